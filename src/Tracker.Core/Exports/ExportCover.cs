using Tracker.Core.Words;

namespace Tracker.Core.Exports;

/// <summary>What the first sheet of a workbook says about it, already in the reader's words.</summary>
/// <param name="Language">The language of the cover and of the labels that exist once only.</param>
/// <param name="Filters">The filter in words, one sentence a condition; empty where everything is exported.</param>
/// <param name="ListAddress">Absolute address of the same list on screen.</param>
/// <param name="RecordAddress">Absolute address of a record, ending just before its code.</param>
/// <param name="ReferenceDate">The day the figures describe, in the programme's time zone.</param>
/// <param name="WrittenAt">Local time in the programme's zone.</param>
/// <param name="Counts">Label and number, in the order to be shown.</param>
public sealed record ExportCover(
    Language Language,
    IReadOnlyList<string> Filters,
    Uri ListAddress,
    string RecordAddress,
    DateOnly ReferenceDate,
    DateTime WrittenAt,
    IReadOnlyList<KeyValuePair<string, int>> Counts
);
