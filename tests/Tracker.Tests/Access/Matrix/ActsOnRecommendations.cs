using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Tests.Given;
using static Tracker.Tests.Access.Matrix.MatrixWorld;

namespace Tracker.Tests.Access.Matrix;

/// <summary>Entry, owner, dates, answer, status, updates.</summary>
internal static class ActsOnRecommendations
{
    private static readonly DateOnly Ahead = new(2021, 9, 30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<Act> All =>
        [.. Entering, Related, .. Owners, .. Answers, .. Moves, .. MovesOfMany, .. Updates];

    private static IEnumerable<Act> Entering =>
        [
            new(
                "RecommendationCommands.EnterAsync",
                "",
                Rights.Enter,
                (world, actor) =>
                    Of<RecommendationCommands>(world)
                        .EnterAsync(actor, Entries.Recommendation("KAY-2020-99"), Cancellation)
            )
            {
                IsElsewhere = true,
            },
            new(
                "RecommendationCommands.CorrectAsync",
                "",
                cell => Rights.Any(cell, Rights.Entry),
                (world, actor) =>
                    Of<RecommendationCommands>(world)
                        .CorrectAsync(
                            actor,
                            Code,
                            world.Version,
                            Entries.Recommendation(Code, "Autre titre") with
                            {
                                ProposedLead = Lead,
                            },
                            Cancellation
                        )
            ),
            new(
                "RecommendationCommands.PublishAsync",
                "",
                Rights.Publish,
                (world, actor) =>
                    Of<RecommendationCommands>(world)
                        .PublishAsync(actor, Code, world.Version, Cancellation)
            ),
            new(
                "RecommendationCommands.ArchiveAsync",
                "",
                cell => Rights.Any(cell, Rights.Entry),
                (world, actor) =>
                    Of<RecommendationCommands>(world)
                        .ArchiveAsync(actor, Code, world.Version, "Doublon", Cancellation)
            ),
        ];

    private static Act Related =>
        new(
            "RelatedCommands.SettleAsync",
            "one that is not linked",
            cell =>
                Rights.Any(cell, Rights.Entry) is not Rights.Done and var end ? end : "NotFound",
            (world, actor) =>
                Of<RelatedCommands>(world)
                    .SettleAsync(actor, Code, "KAY-2020-01", true, Cancellation)
        );

    private static IEnumerable<Act> Owners =>
        [
            new(
                "OwnerCommands.AssignAsync",
                "",
                cell => Rights.Any(cell, Rights.Entry),
                (world, actor) =>
                    Of<OwnerCommands>(world)
                        .AssignAsync(
                            actor,
                            Code,
                            world.Version,
                            new OwnerChange("DGME", ["MEF"]),
                            Cancellation
                        )
            ),
            new(
                "OwnerCommands.AssignSeveralAsync",
                "",
                cell => Rights.Any(cell, Rights.Entry),
                async (world, actor) =>
                    One(
                        await Of<OwnerCommands>(world)
                            .AssignSeveralAsync(actor, Rows(world), "DGME", Cancellation)
                    )
            ),
            new(
                "OwnerCommands.SetDueDateAsync",
                "",
                cell => Rights.Any(cell, Rights.Work),
                (world, actor) =>
                    Of<OwnerCommands>(world)
                        .SetDueDateAsync(actor, Code, world.Version, Ahead, "Budget", Cancellation)
            ),
            new(
                "OwnerCommands.SetFrequencyAsync",
                "",
                cell => Rights.Any(cell, Rights.Work),
                (world, actor) =>
                    Of<OwnerCommands>(world)
                        .SetFrequencyAsync(
                            actor,
                            Code,
                            world.Version,
                            Frequency.Yearly,
                            "Sans fin",
                            Cancellation
                        )
            ),
            new(
                "OwnerCommands.SetSeveralDueDatesAsync",
                "",
                cell => Rights.Any(cell, Rights.Work),
                async (world, actor) =>
                    One(
                        await Of<OwnerCommands>(world)
                            .SetSeveralDueDatesAsync(
                                actor,
                                Rows(world),
                                Ahead,
                                "Budget",
                                Cancellation
                            )
                    )
            ),
            new(
                "UndoCommands.UndoAsync",
                "",
                cell => Rights.Any(cell, Rights.Work),
                (world, actor) => Of<UndoCommands>(world).UndoAsync(actor, Code, Cancellation)
            )
            {
                BeforeAsync = MoveDateAsync,
            },
            new(
                "UndoCommands.UndoSeveralAsync",
                "",
                cell => Rights.Any(cell, Rights.Work),
                async (world, actor) =>
                    One(await Of<UndoCommands>(world).UndoSeveralAsync(actor, [Code], Cancellation))
            )
            {
                BeforeAsync = MoveDateAsync,
            },
        ];

    private static IEnumerable<Act> Answers =>
        Enum.GetValues<Acceptance>()
            .Select(to => new Act(
                "AnswerCommands.AnswerAsync",
                Codes.Of(to),
                cell => Rights.AnswerTo(cell, Codes.Of(to)),
                (world, actor) =>
                    Of<AnswerCommands>(world)
                        .AnswerAsync(actor, Code, world.Version, to, "Volet social", Cancellation)
            ));

    private static IEnumerable<Act> Moves =>
        Enum.GetValues<ImplementationStatus>()
            .Select(to => new Act(
                "StatusCommands.ChangeAsync",
                Codes.Of(to),
                cell => Rights.MoveTo(cell, Codes.Of(to)),
                (world, actor) =>
                    Of<StatusCommands>(world)
                        .ChangeAsync(
                            actor,
                            Code,
                            world.Version,
                            StatusChanges.Whole(to),
                            Language.Fr,
                            Cancellation
                        )
            ));

    private static IEnumerable<Act> MovesOfMany =>
        Enum.GetValues<ImplementationStatus>()
            .Select(to => new Act(
                "StatusCommands.ChangeSeveralAsync",
                Codes.Of(to),
                cell => Rights.MoveTo(cell, Codes.Of(to)),
                async (world, actor) =>
                    One(
                        await Of<StatusCommands>(world)
                            .ChangeSeveralAsync(
                                actor,
                                Rows(world),
                                StatusChanges.Whole(to),
                                Language.Fr,
                                Cancellation
                            )
                    )
            ));

    private static IEnumerable<Act> Updates =>
        [
            Update("of the lead", new(), cell => Rights.ForLead(cell, Rights.Report)),
            Update(
                "for a supporting organisation",
                new() { Organisation = Supporter },
                cell => Rights.Open(cell, Rights.Contribute)
            ),
            Update(
                "with a status",
                new() { Status = StatusChanges.Whole(ImplementationStatus.InProgress) },
                Rights.ReportMove
            ),
        ];

    private static Act Update(string variant, UpdateEntry entry, Func<Cell, string> expected) =>
        new(
            "UpdateCommands.PostAsync",
            variant,
            expected,
            (world, actor) =>
                Of<UpdateCommands>(world)
                    .PostAsync(
                        actor,
                        Code,
                        world.Version,
                        entry with
                        {
                            Text = "Deux réunions tenues",
                        },
                        Language.Fr,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
        );

    private static async Task MoveDateAsync(MatrixWorld world, Actor actor) =>
        Ends.Done(
            await Of<OwnerCommands>(world)
                .SetDueDateAsync(actor, Code, world.Version, Ahead, "Budget", Cancellation)
        );

    private static ChosenRow[] Rows(MatrixWorld world) => [new(Code, world.Version)];

    private static Outcome One(SeveralOutcome several) =>
        several.Whole ?? Assert.Single(several.Rows).Outcome;

    private static T Of<T>(MatrixWorld world)
        where T : notnull => world.Tracker.Of<T>();
}
