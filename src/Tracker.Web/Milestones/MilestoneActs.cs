using Tracker.Core.Milestones;

namespace Tracker.Web.Milestones;

/// <summary>What may be done to a milestone as it stands.</summary>
public static class MilestoneActs
{
    public static IReadOnlyList<MilestoneAct> On(MilestoneLine milestone) =>
        !milestone.MayBeSet ? []
        : milestone.IsExpected
            ? [MilestoneAct.Reach, MilestoneAct.Move, MilestoneAct.Drop, MilestoneAct.Serve]
        : [MilestoneAct.Expect, MilestoneAct.Serve];
}
