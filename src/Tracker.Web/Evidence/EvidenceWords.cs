using Microsoft.Extensions.Localization;
using Tracker.Core;
using Tracker.Core.Evidence;

namespace Tracker.Web.Evidence;

/// <summary>Sizes, and what is wrong with a file, in the reader's words.</summary>
public sealed class EvidenceWords(IStringLocalizer<EvidenceText> text, Tracker.Web.Text.Words words)
{
    /// <summary>What exactly was wrong with the file, where that is known; else the sentence that every form says.</summary>
    public string Of(FieldFault fault)
    {
        if (fault is { Fault: Fault.FileKind, Detail: { } why })
        {
            return text["why." + why];
        }
        return fault switch
        {
            { Fault: Fault.NotOffered, Field: nameof(EvidenceEntry.Link) } => text["link.or_file"],
            { Fault: Fault.Required, Field: ContentFault.Field } => text["file.required"],
            _ => words.Of(fault),
        };
    }

    /// <summary>2,3 Mo or 2.3 MB; in kilobytes below one of them, at least 1.</summary>
    public string Size(long bytes)
    {
        const double Kilobyte = 1024;
        var megabytes = bytes / Kilobyte / Kilobyte;
        return megabytes < 1
            ? text["size.kb", words.Number((long)Math.Ceiling(bytes / Kilobyte))]
            : text["size.mb", megabytes.ToString("0.#", words.Culture)];
    }
}
