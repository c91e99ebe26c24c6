using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;
using static Tracker.Tests.Milestones.Setting;

namespace Tracker.Tests.Milestones;

public sealed class MilestoneRightsTests
{
    private static readonly DateOnly March = new(2021, 3, 31);
    private static readonly DateOnly June = new(2021, 6, 30);

    [Fact]
    public async Task It_is_linked_only_where_its_author_may_set_one()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var lines = await tracker.LineCountAsync();

        Ends.Refused(
            Refusal.LeadOnly,
            await AddAsync(tracker, lead, "Plan", March, serves: ["KAY-2020-01"])
        );

        Assert.Equal(lines, await tracker.LineCountAsync());
    }

    [Theory]
    [InlineData(Role.FocalPoint, "MEFP", null)]
    [InlineData(Role.IomCoordinator, "OIM-ML", null)]
    [InlineData(Role.Admin, "PRIM", null)]
    [InlineData(Role.FocalPoint, "ANPE", Refusal.LeadOnly)]
    [InlineData(Role.FocalPoint, "MEF", Refusal.LeadOnly)]
    [InlineData(Role.Analyst, "MEFP", Refusal.ReadOnlyRole)]
    [InlineData(Role.DonorViewer, "FFU", Refusal.ReadOnlyRole)]
    public async Task The_lead_and_the_coordination_set_them(
        Role role,
        string organisation,
        Refusal? refusal
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan", March));
        var set = await OnlyAsync(tracker, lead);
        var actor = await tracker.PersonAsync(role, organisation);
        var lines = await tracker.LineCountAsync();
        Assert.Equal(refusal is null, (await OnlyAsync(tracker, actor)).MayBeSet);

        Outcome[] ends =
        [
            await AddAsync(tracker, actor, "Autre", March),
            await MoveAsync(tracker, actor, set, June, "Motif"),
            await ReachAsync(
                tracker,
                actor,
                await OnlyOrAsync(tracker, actor, set),
                new(2021, 1, 8)
            ),
        ];

        if (refusal is { } reason)
        {
            Assert.All(ends, end => Ends.Refused(reason, end));
            Assert.Equal(lines, await tracker.LineCountAsync());
        }
        else
        {
            Assert.All(ends, Ends.Done);
        }
    }

    [Theory]
    [InlineData(Acceptance.NotAccepted, ImplementationStatus.NotStarted, Refusal.NotAccepted)]
    [InlineData(Acceptance.Accepted, ImplementationStatus.Verified, Refusal.Closed)]
    public async Task What_is_owed_no_more_gets_no_milestone(
        Acceptance acceptance,
        ImplementationStatus status,
        Refusal refusal
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        await tracker.StateAsync(r => (r.Acceptance, r.Status) = (acceptance, status), Code);

        Ends.Refused(refusal, await AddAsync(tracker, lead, "Plan", March));
    }

    [Fact]
    public async Task Who_may_not_know_of_a_recommendation_knows_none_of_its_milestones()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        Ends.Done(await AddAsync(tracker, lead, "Plan", March));

        Assert.Single(
            await OfAsync(tracker, await tracker.PersonAsync(Role.DonorViewer, "FFU"), Code)
        );
        Assert.Empty(
            await OfAsync(tracker, await tracker.PersonAsync(Role.DonorViewer, "IDF"), Code)
        );
        Assert.Empty(await OfAsync(tracker, Actor.Anonymous, Code));
    }
}
