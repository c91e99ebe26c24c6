using Tracker.Core.Recommendations;

namespace Tracker.Core.Dashboard;

/// <summary>A share of something counted: never shown without both counts.</summary>
public readonly record struct Rate(int Numerator, int Denominator)
{
    /// <summary>0.0667, four decimals, as machines read it; null where there is nothing to divide by.</summary>
    public string? Share =>
        Denominator == 0
            ? null
            : Math.Round((decimal)Numerator / Denominator, 4)
                .ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whole per cent, half up; null where there is nothing to divide by.</summary>
    public int? Percent =>
        Denominator == 0
            ? null
            : (int)Math.Round(100m * Numerator / Denominator, MidpointRounding.AwayFromZero);
}

/// <summary>
/// The measures of the glossary, for one day and one selection. The one place that computes them. Source: glossary.md,
/// "Measures".
/// </summary>
/// <param name="Verified">verified / (all - not accepted - no longer applicable).</param>
/// <param name="Declared">(implemented + verified) / the same.</param>
/// <param name="Acceptance">(accepted + partially accepted) / (all - under consideration).</param>
/// <param name="Stock">Open, published and not refused by the lead.</param>
public sealed record Measures(Rate Verified, Rate Declared, Rate Acceptance, int Stock)
{
    public static Measures Of(IEnumerable<TallyGroup> published)
    {
        var (counted, declared, verified, answered, accepted, stock) = (0, 0, 0, 0, 0, 0);
        foreach (var group in published)
        {
            var refused = group.Acceptance == Recommendations.Acceptance.NotAccepted;
            if (group.Acceptance != Recommendations.Acceptance.UnderConsideration)
            {
                answered += group.Count;
                accepted += refused ? 0 : group.Count;
            }
            if (refused)
            {
                continue;
            }
            stock += FlagRules.IsOpen(group.Status) ? group.Count : 0;
            counted += group.Status == ImplementationStatus.NoLongerApplicable ? 0 : group.Count;
            verified += group.Status == ImplementationStatus.Verified ? group.Count : 0;
            declared += group.Status
                is ImplementationStatus.Implemented
                    or ImplementationStatus.Verified
                ? group.Count
                : 0;
        }
        return new Measures(
            new(verified, counted),
            new(declared, counted),
            new(accepted, answered),
            stock
        );
    }
}
