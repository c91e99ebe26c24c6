using Tracker.Core.Recommendations;
using static Tracker.Core.Recommendations.ImplementationStatus;

namespace Tracker.Web.Dashboard;

/// <summary>The fixed order of every chart and of the columns beside it: the more is done, the further to the left.</summary>
internal static class StatusOrder
{
    public static IReadOnlyList<ImplementationStatus> All { get; } =
    [Verified, Implemented, InProgress, NotStarted, Deferred, NoLongerApplicable];

    /// <summary>The class that gives a block its tone.</summary>
    public static string Tone(ImplementationStatus status) =>
        status switch
        {
            Verified => "c-ve",
            Implemented => "c-im",
            InProgress => "c-ip",
            Deferred => "c-de",
            NoLongerApplicable => "c-na",
            _ => "c-ns",
        };
}
