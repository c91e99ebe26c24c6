using System.Text;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using static Tracker.Tests.Access.Matrix.MatrixWorld;

namespace Tracker.Tests.Access.Matrix;

/// <summary>Evidence and its files.</summary>
internal static class ActsOnEvidence
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("Procès-verbal de la réunion");

    private static readonly EvidenceEntry Piece = new()
    {
        Kind = EvidenceKind.Minutes,
        Title = "Procès-verbal",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<Act> All => [.. OfEvidence, .. OfFiles];

    private static IEnumerable<Act> OfEvidence =>
        [
            Evidence(
                "AttachLinkAsync",
                "",
                cell => Rights.Open(cell, Rights.Show),
                (evidence, world, actor) =>
                    evidence.AttachLinkAsync(
                        actor,
                        Code,
                        Piece with
                        {
                            Link = "https://exemple.example/decret",
                        },
                        replaces: null,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
            Evidence(
                "AttachLinkAsync",
                "in the place of the lead’s",
                cell =>
                    Rights.Open(cell, Rights.Show) == Rights.Done
                        ? Rights.Open(cell, Rights.TakeBack)
                        : Rights.Open(cell, Rights.Show),
                (evidence, world, actor) =>
                    evidence.AttachLinkAsync(
                        actor,
                        Code,
                        Piece with
                        {
                            Link = "https://exemple.example/decret",
                        },
                        world.PieceOfLead,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
            Evidence(
                "AttachFileAsync",
                "",
                cell => Rights.Open(cell, Rights.Show),
                (evidence, world, actor) =>
                    evidence.AttachFileAsync(
                        actor,
                        Code,
                        Piece,
                        "pv.txt",
                        new MemoryStream(Text),
                        replaces: null,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
            Evidence(
                "AttachUploadAsync",
                "",
                cell => Rights.Open(cell, Rights.Show),
                (evidence, world, actor) =>
                    evidence.AttachUploadAsync(
                        actor,
                        Code,
                        world.Upload,
                        Piece,
                        replaces: null,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ) with
            {
                BeforeAsync = SendAsync,
            },
            Evidence(
                "WithdrawAsync",
                "of the lead",
                cell => TakeBack(cell, Rights.TakeBack),
                (evidence, world, actor) =>
                    evidence.WithdrawAsync(
                        actor,
                        Code,
                        world.PieceOfLead,
                        "Données personnelles",
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
            Evidence(
                "WithdrawAsync",
                "of the supporting organisation",
                cell => TakeBack(cell, Rights.TakeBackOfSupporter),
                (evidence, world, actor) =>
                    evidence.WithdrawAsync(
                        actor,
                        Code,
                        world.PieceOfSupporter,
                        "Données personnelles",
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
            Evidence(
                "ShareAsync",
                "",
                cell => TakeBack(cell, Rights.Share),
                (evidence, world, actor) =>
                    evidence.ShareAsync(
                        actor,
                        Code,
                        world.PieceOfLead,
                        EvidenceVisibility.Shared,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
        ];

    private static IEnumerable<Act> OfFiles =>
        [
            File(
                "BeginAsync",
                cell => Rights.Open(cell, Rights.Show),
                (files, world, actor) =>
                    files.BeginAsync(actor, Code, "pv.txt", Text.Length, Cancellation)
            ),
            File(
                "ReceiveAsync",
                cell => Rights.Open(cell, Rights.Show),
                (files, world, actor) =>
                    files.ReceiveAsync(actor, Code, "pv.txt", new MemoryStream(Text), Cancellation)
            ),
            File(
                "AppendAsync",
                Own,
                (files, world, actor) =>
                    files.AppendAsync(actor, world.Upload, 0, new MemoryStream(Text), Cancellation)
            ) with
            {
                BeforeAsync = AnnounceAsync,
            },
            File(
                "DiscardAsync",
                Own,
                (files, world, actor) => files.DiscardAsync(actor, world.Upload, Cancellation)
            ) with
            {
                BeforeAsync = AnnounceAsync,
            },
        ];

    /// <summary>Who may attach but not take back meets the state first.</summary>
    private static string TakeBack(Cell cell, Rights.Row row) =>
        Rights.Attached(cell, Rights.Show) is not Rights.Done and var end
            ? end
            : Rights.Attached(cell, row);

    /// <summary>An upload is its sender's: to everybody else there is none.</summary>
    private static string Own(Cell cell) =>
        Rights.Open(cell, Rights.Show) == Rights.Done ? Rights.Done : "NotFound";

    private static async Task SendAsync(MatrixWorld world, Actor actor) =>
        world.Upload = Guid.Parse(
            Assert
                .IsType<Outcome.Done>(
                    await world
                        .Tracker.Of<UploadCommands>()
                        .ReceiveAsync(actor, Code, "pv.txt", new MemoryStream(Text), Cancellation)
                )
                .Code
        );

    private static async Task AnnounceAsync(MatrixWorld world, Actor actor) =>
        world.Upload = Guid.Parse(
            Assert
                .IsType<Outcome.Done>(
                    await world
                        .Tracker.Of<UploadCommands>()
                        .BeginAsync(actor, Code, "pv.txt", Text.Length, Cancellation)
                )
                .Code
        );

    private static Act Evidence(
        string method,
        string variant,
        Func<Cell, string> expected,
        Func<EvidenceCommands, MatrixWorld, Actor, Task<Outcome>> act
    ) =>
        new(
            $"EvidenceCommands.{method}",
            variant,
            expected,
            (world, actor) => act(world.Tracker.Of<EvidenceCommands>(), world, actor)
        );

    private static Act File(
        string method,
        Func<Cell, string> expected,
        Func<UploadCommands, MatrixWorld, Actor, Task<Outcome>> act
    ) =>
        new(
            $"UploadCommands.{method}",
            "",
            expected,
            (world, actor) => act(world.Tracker.Of<UploadCommands>(), world, actor)
        );
}
