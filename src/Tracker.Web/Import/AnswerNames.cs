using System.Globalization;
using Tracker.Core.Import;
using Tracker.Core.Words;

namespace Tracker.Web.Import;

/// <summary>How the fields of a page of answers are named.</summary>
internal static class AnswerNames
{
    /// <summary>Field names such as <c>r27.status_reason</c>.</summary>
    public static string Of(int record, ImportField field) =>
        string.Create(CultureInfo.InvariantCulture, $"r{record}.{Codes.Of(field)}");

    /// <summary>Which answer a field of the form gives; no field where it is none of ours.</summary>
    public static (int Record, ImportField? Field) Read(string name) =>
        name.StartsWith('r')
        && name.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot
        && int.TryParse(
            name.AsSpan(1, dot - 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var record
        )
        && Codes.TryParse<ImportField>(name[(dot + 1)..], out var field)
            ? (record, field)
            : (0, null);
}
