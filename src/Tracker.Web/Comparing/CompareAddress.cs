using System.Globalization;
using Tracker.Core.Dashboard;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Web.Comparing;

/// <summary>Addresses of what changed between two days, and of two filters side by side.</summary>
internal static class CompareAddress
{
    public const string Changes = "/changes";
    public const string Comparison = "/comparison";

    /// <summary>The value of <c>from</c> that asks for the reader's last visit.</summary>
    public const string LastVisit = "visit";

    /// <param name="from">The evening from which.</param>
    /// <param name="to">The evening up to which.</param>
    /// <param name="flow">Only what entered or left in this way.</param>
    public static string Of(
        RecommendationFilter filter,
        DateOnly from,
        DateOnly to,
        FlowKind? flow = null
    ) =>
        With(
            filter,
            $"from={Spelt(from)}&to={Spelt(to)}"
                + (flow is { } kind ? $"&flow={Codes.Of(kind)}" : "")
        );

    public static string SinceVisit(RecommendationFilter filter) =>
        With(filter, $"from={LastVisit}");

    /// <summary>This filter on the left; the other side is to be chosen.</summary>
    public static string Sides(RecommendationFilter left, RecommendationFilter? right = null) =>
        $"{Comparison}?left={Uri.EscapeDataString(FilterAddress.Write(left))}"
        + (right is null ? "" : $"&right={Uri.EscapeDataString(FilterAddress.Write(right))}");

    public static string Spelt(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string With(RecommendationFilter filter, string days)
    {
        var conditions = FilterAddress.Write(filter with { AsOf = null });
        return conditions.Length == 0 ? $"{Changes}?{days}" : $"{Changes}?{conditions}&{days}";
    }
}
