using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Milestones;
using Tracker.Core.Words;
using Tracker.Data.Milestones;
using Tracker.Tests.Given;

namespace Tracker.Tests.Milestones;

/// <summary>What people do with milestones, in one line each.</summary>
internal static class Setting
{
    /// <summary>Led by MEFP, supported by ANPE.</summary>
    public const string Code = "KAY-2020-05";

    public static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static Task<IReadOnlyList<MilestoneLine>> OfAsync(
        TestTracker tracker,
        Actor actor,
        string code
    ) => tracker.Of<MilestoneQueries>().OfAsync(actor, code, Patience);

    public static async Task<MilestoneLine> OnlyAsync(TestTracker tracker, Actor actor) =>
        Assert.Single(await OfAsync(tracker, actor, Code));

    public static async Task<MilestoneLine> OnlyOrAsync(
        TestTracker tracker,
        Actor actor,
        MilestoneLine set
    ) => (await OfAsync(tracker, actor, Code)).First(m => m.Id == set.Id);

    public static Task<Outcome> AddAsync(
        TestTracker tracker,
        Actor actor,
        string title,
        DateOnly? due,
        string code = Code,
        IReadOnlyList<string>? serves = null,
        Guid? command = null
    ) =>
        tracker
            .Of<MilestoneCommands>()
            .AddAsync(
                actor,
                code,
                new MilestoneEntry(title, due) { Serves = serves ?? [] },
                Language.Fr,
                command,
                Patience
            );

    public static Task<Outcome> MoveAsync(
        TestTracker tracker,
        Actor actor,
        MilestoneLine set,
        DateOnly day,
        string? reason
    ) =>
        tracker
            .Of<MilestoneCommands>()
            .MoveAsync(actor, Code, set.Id, set.Version, day, reason, Patience);

    public static Task<Outcome> ReachAsync(
        TestTracker tracker,
        Actor actor,
        MilestoneLine set,
        DateOnly? day
    ) =>
        tracker.Of<MilestoneCommands>().ReachAsync(actor, Code, set.Id, set.Version, day, Patience);

    public static Task<Outcome> DropAsync(
        TestTracker tracker,
        Actor actor,
        MilestoneLine set,
        string? reason
    ) =>
        tracker
            .Of<MilestoneCommands>()
            .DropAsync(actor, Code, set.Id, set.Version, reason, Patience);

    public static Task<Outcome> ServeAsync(
        TestTracker tracker,
        Actor actor,
        string code,
        MilestoneLine set,
        params string[] serves
    ) =>
        tracker
            .Of<MilestoneCommands>()
            .ServeAsync(actor, code, set.Id, set.Version, serves, Patience);
}
