using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Words;
using Tracker.Data.Import;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Writing;

/// <summary>Previews put together record by record, as if a file had said so.</summary>
internal static class HandMade
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ImportPreview Preview(params ImportRecord[] records) => Preview([], records);

    public static ImportPreview Preview(
        IReadOnlyList<ProposedWorkshop> workshops,
        params ImportRecord[] records
    )
    {
        var sheet = new SourceSheet("", false, [Row(1, "Code", "Thématique", "Recommandation")]);
        return new(
            new SourceFile("plan.csv", new SourceForm(SourceKind.Text), [sheet], []),
            sheet,
            new ColumnMapping(
                new Dictionary<ImportField, int>
                {
                    [ImportField.Code] = 0,
                    [ImportField.Theme] = 1,
                    [ImportField.Text] = 2,
                },
                0
            ),
            workshops,
            records
        );
    }

    /// <summary>A new recommendation of the Kayes workshop, or of another.</summary>
    public static ImportedValues New(string code, string workshop = "KAY-2020") =>
        new()
        {
            Workshop = workshop,
            Code = code,
            Title = new Bilingual("Guichet d’accueil", null),
            Text = new Bilingual("Ouvrir un guichet d’accueil à la gare.", null),
            Theme = "DIA",
            Lead = "DGME",
            Supporting = ["MSDS"],
            Places = ["ML-1"],
        };

    public static ImportRecord Record(
        int number,
        ImportAction action,
        ImportedValues values,
        params ImportReason[] reasons
    ) =>
        new(
            number,
            Row(number + 1, values.Code ?? "", values.Theme ?? "", values.Text.Fr ?? ""),
            action,
            values,
            reasons,
            [],
            null
        );

    /// <summary>A change of what is there: the values as they stand, but for what the test is about.</summary>
    public static async Task<ImportRecord> ChangeAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        Func<ImportedValues, ImportedValues> change,
        params ImportField[] fields
    )
    {
        var lists = await tracker.Of<ImportQueries>().ListsAsync(actor, Cancellation);
        var before = lists.Recommendations.Single(r => r.Code == code);
        var values = change(
            new ImportedValues
            {
                Workshop = before.Workshop,
                Code = before.Code,
                Kind = before.Kind,
                Title = before.Title,
                Text = before.Text,
                Theme = before.Theme,
                Lead = before.Lead,
                Supporting = before.Supporting,
                Places = before.Places,
                FrameworkEntries = before.FrameworkEntries,
                DueDate = before.DueDate,
                Status = before.Status,
                Percent = before.Percent,
            }
        );
        return new(
            1,
            Row(2, code),
            ImportAction.Update,
            values,
            [new ImportReason(ImportReasonKind.KnownCode, ImportField.Code, code)],
            [.. fields.Select(f => new ImportDifference(f, "before", "after"))],
            before
        );
    }

    public static Task<Outcome> ApplyAsync(
        this TestTracker tracker,
        Actor actor,
        ImportPreview preview
    ) => tracker.Of<ImportCommands>().ApplyAsync(actor, preview, Bytes, _ => preview, Cancellation);

    public static async Task<Guid> AppliedAsync(
        this TestTracker tracker,
        Actor actor,
        ImportPreview preview
    ) => Guid.Parse(Ends.Made(await tracker.ApplyAsync(actor, preview)));

    public static Task<Outcome> UndoAsync(this TestTracker tracker, Actor actor, Guid batch) =>
        tracker.Of<ImportCommands>().UndoAsync(actor, batch, Cancellation);

    private static SourceRow Row(int number, params string[] cells) =>
        new(number, [.. cells.Select(c => new SourceCell(c, SourceCellKind.Text))]);
}
