using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Milestones;
using Tracker.Core.Words;
using Tracker.Data.Comments;
using Tracker.Data.Milestones;
using static Tracker.Tests.Access.Matrix.MatrixWorld;

namespace Tracker.Tests.Access.Matrix;

/// <summary>Milestones and internal comments.</summary>
internal static class ActsBesideRecommendations
{
    private static readonly DateOnly Ahead = new(2021, 9, 30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<Act> All => [.. OfMilestones, Comment];

    private static IEnumerable<Act> OfMilestones =>
        [
            Milestone(
                "AddAsync",
                (milestones, world, actor) =>
                    milestones.AddAsync(
                        actor,
                        Code,
                        new MilestoneEntry("Budget inscrit", Ahead),
                        Language.Fr,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
            ),
            Milestone(
                "MoveAsync",
                (milestones, world, actor) =>
                    milestones.MoveAsync(
                        actor,
                        Code,
                        world.Expected,
                        world.MilestoneVersion,
                        Ahead,
                        "Budget",
                        Cancellation
                    )
            ),
            Milestone(
                "ReachAsync",
                (milestones, world, actor) =>
                    milestones.ReachAsync(
                        actor,
                        Code,
                        world.Expected,
                        world.MilestoneVersion,
                        world.Today,
                        Cancellation
                    )
            ),
            Milestone(
                "DropAsync",
                (milestones, world, actor) =>
                    milestones.DropAsync(
                        actor,
                        Code,
                        world.Expected,
                        world.MilestoneVersion,
                        "Sans budget",
                        Cancellation
                    )
            ),
            Milestone(
                "ExpectAsync",
                (milestones, world, actor) =>
                    milestones.ExpectAsync(
                        actor,
                        Code,
                        world.Dropped,
                        world.MilestoneVersion,
                        Cancellation
                    )
            ),
            Milestone(
                "ServeAsync",
                (milestones, world, actor) =>
                    milestones.ServeAsync(
                        actor,
                        Code,
                        world.Expected,
                        world.MilestoneVersion,
                        [Second],
                        Cancellation
                    )
            ),
        ];

    private static Act Comment =>
        new(
            "CommentCommands.WriteAsync",
            "",
            cell => Rights.Published(cell, Rights.Show),
            (world, actor) =>
                world
                    .Tracker.Of<CommentCommands>()
                    .WriteAsync(
                        actor,
                        Code,
                        "À voir avec @MEF",
                        Language.Fr,
                        Guid.CreateVersion7(),
                        Cancellation
                    )
        );

    private static Act Milestone(
        string method,
        Func<MilestoneCommands, MatrixWorld, Actor, Task<Outcome>> act
    ) =>
        new(
            $"MilestoneCommands.{method}",
            "",
            cell => Rights.Open(cell, Rights.Work),
            (world, actor) => act(world.Tracker.Of<MilestoneCommands>(), world, actor)
        );
}
