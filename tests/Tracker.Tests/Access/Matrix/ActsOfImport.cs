using Tracker.Core.Import;
using Tracker.Data.Import;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>Files that come in are the coordination's; a file that is not one's own is not even known.</summary>
internal static class ActsOfImport
{
    private static readonly byte[] Content = [1];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<Act> All =>
        [
            new(
                "ImportCommands.KeepAsync",
                "",
                Rights.Enter,
                (world, actor) => Imports(world).KeepAsync(actor, "a.csv", Content, Cancellation)
            ),
            new(
                "ImportCommands.AnswerAsync",
                "one that is not there",
                Unknown,
                (world, actor) =>
                    Imports(world)
                        .AnswerAsync(
                            actor,
                            Guid.CreateVersion7(),
                            null,
                            null,
                            ImportAnswers.None,
                            Cancellation
                        )
            ),
            new(
                "ImportCommands.ForgetAsync",
                "one that is not there",
                Unknown,
                (world, actor) =>
                    Imports(world).ForgetAsync(actor, Guid.CreateVersion7(), Cancellation)
            ),
            new(
                "ImportCommands.ApplyAsync",
                "",
                Rights.Enter,
                (world, actor) =>
                    Imports(world).ApplyAsync(actor, OneNew(), Content, _ => OneNew(), Cancellation)
            ),
            new(
                "ImportCommands.UndoAsync",
                "one that is not there",
                Unknown,
                (world, actor) =>
                    Imports(world).UndoAsync(actor, Guid.CreateVersion7(), Cancellation)
            ),
        ];

    private static string Unknown(Cell cell) =>
        Rights.Enter(cell) == Rights.Done ? "NotFound" : Rights.Enter(cell);

    private static ImportCommands Imports(MatrixWorld world) => world.Tracker.Of<ImportCommands>();

    private static ImportPreview OneNew()
    {
        SourceRow[] rows =
        [
            new(1, [Cell("Code"), Cell("Thématique"), Cell("Recommandation")]),
            new(2, [Cell("KAY-2020-90"), Cell("DIA"), Cell("Ouvrir un guichet pour la diaspora.")]),
        ];
        return ImportSamples.Understood(
            new SourceFile(
                "a.csv",
                new SourceForm(SourceKind.Text),
                [new SourceSheet("", false, rows)],
                []
            ),
            ImportSamples.FreshLists()
        );
    }

    private static SourceCell Cell(string text) => new(text, SourceCellKind.Text);
}
