using Tracker.Core.Evidence;
using Tracker.Core.Words;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Evidence;

/// <summary>A piece of evidence as it is typed: days and codes are texts until they are read.</summary>
public sealed class EvidenceInput
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? DatedOn { get; set; }
    public string? Visibility { get; set; }
    public string? Note { get; set; }
    public string? Link { get; set; }

    /// <summary>A file that has come already.</summary>
    public Guid? Upload { get; set; }

    /// <summary>Sent twice, it takes effect once.</summary>
    public Guid? CommandId { get; set; }

    /// <summary>What was meant; what could not be read is among the reader's faults.</summary>
    public EvidenceEntry Read(InputReader read) =>
        new()
        {
            Kind = Codes.TryParse<EvidenceKind>(Kind, out var kind) ? kind : null,
            Title = InputReader.Text(Title),
            DatedOn = read.Day(nameof(DatedOn), DatedOn),
            Visibility = Codes.TryParse<EvidenceVisibility>(Visibility, out var visibility)
                ? visibility
                : EvidenceVisibility.Internal,
            Note = InputReader.Text(Note),
            Link = InputReader.Text(Link),
        };

    /// <summary>The present version as a beginning of the next; its link or file is to be given anew.</summary>
    public static EvidenceInput Of(EvidenceVersion? version) =>
        new()
        {
            Kind = version is null ? null : Codes.Of(version.Kind),
            Title = version?.Title,
            Visibility = Codes.Of(version?.Visibility ?? EvidenceVisibility.Internal),
            Note = version?.Note,
            CommandId = Guid.CreateVersion7(),
        };
}
