using System.IO.Compression;
using Tracker.Core.Exports;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>A sheet that is drawn without rows and receives them as a stream.</summary>
/// <param name="Name">Of the sheet.</param>
/// <param name="Table">Of the table on it.</param>
/// <param name="Key">Of the word that says what the sheet holds.</param>
/// <param name="Wide">Pages of paper side by side.</param>
internal abstract record DataSheet(string Name, string Table, string Key, int Wide)
{
    public abstract IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>Long rows are given a height that shows texts without letting them push others off the screen.</summary>
    public bool Tall { get; init; }

    /// <summary>Writes the rows of an export between the head and the tail of the drawn sheet.</summary>
    /// <returns>The number of the last row.</returns>
    public abstract Task<int> WriteAsync(
        SheetFrame frame,
        Stream part,
        PipeSink sink,
        ExportCover cover,
        ExportLabels labels,
        ExportSheets sheets,
        CancellationToken cancellation
    );
}

/// <param name="Rows">Which of the sequences of an export it takes.</param>
internal sealed record DataSheet<T>(
    string Name,
    string Table,
    string Key,
    int Wide,
    IReadOnlyList<ExportColumn<T>> Own,
    Func<ExportSheets, IAsyncEnumerable<T>> Rows
) : DataSheet(Name, Table, Key, Wide)
{
    public override IReadOnlyList<ExportColumn> Columns => Own;

    public override async Task<int> WriteAsync(
        SheetFrame frame,
        Stream part,
        PipeSink sink,
        ExportCover cover,
        ExportLabels labels,
        ExportSheets sheets,
        CancellationToken cancellation
    )
    {
        using var buffer = new Utf8Buffer();
        var rows = new SheetRows<T>(buffer, frame.Columns, Own, cover, labels, Tall);
        buffer.Add(frame.Head);
        using var writer = new PartWriter(part, sink, cancellation);
        try
        {
            await foreach (var row in Rows(sheets).WithCancellation(cancellation))
            {
                rows.Add(row);
                if (buffer.IsFull)
                {
                    await writer.AddAsync(buffer);
                }
            }
            rows.AddBlankIfNone();
            buffer.Add(frame.Tail);
            await writer.AddAsync(buffer);
        }
        finally
        {
            await writer.EndAsync();
        }
        return rows.LastRow;
    }
}

/// <summary>The sheets of the tidy workbook, in the order in which they are written and stand.</summary>
internal static class DataSheets
{
    public static DataSheet List { get; } =
        new DataSheet<ExportRow>(
            SheetNames.List,
            SheetNames.ListTable,
            "sheet.list",
            4,
            RecommendationColumns.All,
            s => s.Recommendations
        )
        {
            Tall = true,
        };

    /// <summary>Written from what was counted meanwhile: its rows come with the sheets.</summary>
    public static DataSheet Summary(SummaryCount count) =>
        new DataSheet<SummaryRow>(
            SheetNames.Summary,
            SheetNames.SummaryTable,
            "sheet.summary",
            1,
            SummaryColumns.All,
            _ => count.Rows.ToAsyncEnumerable()
        );

    public static IReadOnlyList<DataSheet> Long { get; } =
    [
        new DataSheet<ExportEntry>(
            SheetNames.Frameworks,
            SheetNames.FrameworksTable,
            "sheet.frameworks",
            1,
            LongColumns.Entries,
            s => s.Frameworks
        ),
        new DataSheet<ExportPartner>(
            SheetNames.Partners,
            SheetNames.PartnersTable,
            "sheet.partners",
            1,
            LongColumns.Partners,
            s => s.Partners
        ),
        new DataSheet<ExportPlace>(
            SheetNames.Places,
            SheetNames.PlacesTable,
            "sheet.places",
            1,
            LongColumns.Places,
            s => s.Places
        ),
        new DataSheet<ExportUpdate>(
            SheetNames.Updates,
            SheetNames.UpdatesTable,
            "sheet.updates",
            2,
            LongColumns.Updates,
            s => s.Updates
        )
        {
            Tall = true,
        },
        new DataSheet<ExportMilestone>(
            SheetNames.Milestones,
            SheetNames.MilestonesTable,
            "sheet.milestones",
            1,
            LongColumns.Milestones,
            s => s.Milestones
        ),
        new DataSheet<ExportEvidence>(
            SheetNames.Evidence,
            SheetNames.EvidenceTable,
            "sheet.evidence",
            2,
            LongColumns.Evidence,
            s => s.Evidence
        ),
        new DataSheet<ExportStatusChange>(
            SheetNames.StatusChanges,
            SheetNames.StatusChangesTable,
            "sheet.status_changes",
            1,
            LongColumns.StatusChanges,
            s => s.StatusChanges
        ),
    ];

    /// <summary>All that are drawn, in the order of the tabs.</summary>
    public static IReadOnlyList<DataSheet> All { get; } =
    [List, Summary(new SummaryCount()), .. Long];
}
