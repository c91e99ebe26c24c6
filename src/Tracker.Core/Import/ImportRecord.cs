using System.Security.Cryptography;
using System.Text.Json;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>What a record of a file says, as it would be written.</summary>
public sealed record ImportedValues
{
    public string? Workshop { get; init; }
    public string? Code { get; init; }
    public RecommendationKind Kind { get; init; }
    public Bilingual Title { get; init; }
    public Bilingual Text { get; init; }
    public string? Theme { get; init; }
    public string? Lead { get; init; }
    public IReadOnlyList<string> Supporting { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<string> FrameworkEntries { get; init; } = [];
    public DateOnly? DueDate { get; init; }
    public ImplementationStatus? Status { get; init; }
    public int? Percent { get; init; }

    /// <summary>Why it is no longer applicable or put off: typed in the preview.</summary>
    public string? StatusReason { get; init; }
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>What the file remarks, with what it says of an owner nobody knows. Kept as an update.</summary>
    public string? Remarks { get; init; }

    /// <summary>Code of an earlier recommendation that says nearly the same; null where none does.</summary>
    public string? NearDuplicateOf { get; init; }
}

/// <summary>A field that the file would change.</summary>
/// <param name="Before">As spelt in a file; empty where there is nothing.</param>
public sealed record ImportDifference(ImportField Field, string Before, string After);

/// <summary>One record of a file: what it says, what would be done with it, and why.</summary>
/// <param name="RecordNo">Counted from one after the header.</param>
/// <param name="Source">The row as it was read.</param>
/// <param name="Before">The recommendation it would change; null for a new one.</param>
public sealed record ImportRecord(
    int RecordNo,
    SourceRow Source,
    ImportAction Action,
    ImportedValues Values,
    IReadOnlyList<ImportReason> Reasons,
    IReadOnlyList<ImportDifference> Differences,
    ImportedBefore? Before
);

/// <summary>A workshop that the file names and the tracker does not know: a one-day event until corrected.</summary>
/// <param name="EndsOn">Its last day; null where the file gives none that can be read: its records are held back.</param>
public sealed record ProposedWorkshop(
    string Code,
    string Name,
    DateOnly? EndsOn,
    string? Place,
    string? Venue
);

/// <summary>A file as it is understood, before anything of it is written.</summary>
public sealed record ImportPreview(
    SourceFile File,
    SourceSheet Sheet,
    ColumnMapping Mapping,
    IReadOnlyList<ProposedWorkshop> Workshops,
    IReadOnlyList<ImportRecord> Records
)
{
    /// <summary>
    /// Stands for everything that would be written: two readings with one digest do the same. What a person confirms is
    /// compared by it with what is about to happen.
    /// </summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Workshops));
        foreach (var record in Records)
        {
            hash.AppendData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        record.RecordNo,
                        record.Action,
                        record.Values,
                        record.Differences,
                    }
                )
            );
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public int Of(ImportAction action) => Records.Count(r => r.Action == action);

    /// <summary>Something would be written.</summary>
    public bool Writes =>
        Records.Any(r =>
            r.Action is ImportAction.Create or ImportAction.CreateWithWarning or ImportAction.Update
        );
}

/// <summary>
/// What a person answered in the preview: for a record and a field the text that is read in the place of the cell.
/// </summary>
public sealed record ImportAnswers(
    IReadOnlyDictionary<int, IReadOnlyDictionary<ImportField, string>> ByRecord
)
{
    public static ImportAnswers None { get; } =
        new(new Dictionary<int, IReadOnlyDictionary<ImportField, string>>());

    public string? To(int recordNo, ImportField field) =>
        ByRecord.TryGetValue(recordNo, out var answers) && answers.TryGetValue(field, out var text)
            ? text
            : null;
}
