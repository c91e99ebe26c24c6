using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;

namespace Tracker.Tests.Given;

/// <summary>States with dates close to the bounds of the flags, where mistakes hide.</summary>
internal static class RandomStates
{
    private static readonly int[] Bounds = [-91, -90, -31, -30, -1, 0, 1, 29, 30, 31];

    public static async Task ScatterAsync(this TestTracker tracker, Random random)
    {
        var today = tracker.Clock.Today;
        await tracker.StateAsync(item => Scatter(item, random, today));
    }

    private static void Scatter(Recommendation item, Random random, DateOnly today)
    {
        item.Status = (ImplementationStatus)random.Next(6);
        item.Acceptance = random.Next(3) == 0 ? Acceptance.NotAccepted : Acceptance.Accepted;
        item.DueDate = Day();
        item.ReviewDate = Day();
        item.LastUpdateOn = Day();
        item.PublishedOn = Day() ?? today;
        item.StatusSince = Day() ?? today;
        item.LeadCode = random.Next(4) == 0 ? null : "MEF";
        item.LeadStanding =
            item.LeadCode is null ? LeadStanding.None
            : random.Next(2) == 0 ? LeadStanding.Proposed
            : LeadStanding.Confirmed;

        DateOnly? Day() =>
            random.Next(4) == 0 ? null : today.AddDays(Bounds[random.Next(Bounds.Length)]);
    }
}
