using System.Globalization;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;

namespace Tracker.Core.Dashboard;

/// <summary>A share of something counted: never shown without both counts.</summary>
public readonly record struct Rate(int Numerator, int Denominator)
{
    /// <summary>0.0667, four decimals, as machines read it; null where there is nothing to divide by.</summary>
    public string? Share =>
        Denominator == 0
            ? null
            : Math.Round((decimal)Numerator / Denominator, 4)
                .ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Whole per cent, half up; null where there is nothing to divide by.</summary>
    public int? Percent =>
        Denominator == 0
            ? null
            : (int)Math.Round(100m * Numerator / Denominator, MidpointRounding.AwayFromZero);
}

/// <summary>
/// The measures of the glossary, for one day and one selection; <see cref="MeasureCounter"/> is the one place that computes
/// them. Source: glossary.md, "Measures".
/// </summary>
/// <param name="Verified">verified / (all - not accepted - no longer applicable).</param>
/// <param name="Declared">(implemented + verified) / the same.</param>
/// <param name="Acceptance">(accepted + partially accepted) / (all - under consideration).</param>
/// <param name="Overdue">overdue / open with a due date.</param>
/// <param name="Updated">open and updated in the day's quarter, up to the day / open.</param>
/// <param name="Stock">Open, published and not refused by the lead.</param>
/// <param name="Total">All that is published.</param>
/// <param name="PartlyVerified">Verified as partially implemented: counted among the verified, and shown apart.</param>
public sealed record Measures(
    Rate Verified,
    Rate Declared,
    Rate Acceptance,
    Rate Overdue,
    Rate Updated,
    int Stock,
    int Total,
    int PartlyVerified
)
{
    public static Measures Of(IEnumerable<FigureRow> published, DateOnly day)
    {
        var counter = new MeasureCounter(day);
        foreach (var row in published)
        {
            counter.Add(row, row.FlagsOn(day));
        }
        return counter.Measures;
    }
}

/// <summary>Counts what the measures are made of, row by row.</summary>
/// <param name="day">The day the rows describe.</param>
public sealed class MeasureCounter(DateOnly day)
{
    private readonly DateOnly _quarter = Quarter.Of(day).Start;
    private int _total;
    private int _counted;
    private int _declared;
    private int _verified;
    private int _partly;
    private int _answered;
    private int _accepted;
    private int _stock;
    private int _dated;
    private int _overdue;
    private int _heard;

    public Measures Measures =>
        new(
            new(_verified, _counted),
            new(_declared, _counted),
            new(_accepted, _answered),
            new(_overdue, _dated),
            new(_heard, _stock),
            _stock,
            _total,
            _partly
        );

    /// <param name="flags">Of the row on the day, where the caller has them anyway.</param>
    public void Add(in FigureRow row, Flags flags)
    {
        _total++;
        var refused = row.Acceptance == Acceptance.NotAccepted;
        if (row.Acceptance != Acceptance.UnderConsideration)
        {
            _answered++;
            _accepted += refused ? 0 : 1;
        }
        if (refused)
        {
            return;
        }
        if (FlagRules.IsOpen(row.Status))
        {
            _stock++;
            _dated += row.DueDate is null ? 0 : 1;
            _overdue += flags.HasFlag(Flags.Overdue) ? 1 : 0;
            _heard += row.LastUpdateOn >= _quarter && row.LastUpdateOn <= day ? 1 : 0;
        }
        if (row.Status == ImplementationStatus.NoLongerApplicable)
        {
            return;
        }
        _counted++;
        if (row.Status == ImplementationStatus.Verified)
        {
            _verified++;
            _declared++;
            _partly += row.Closure == ClosureOutcome.PartiallyImplemented ? 1 : 0;
        }
        else if (row.Status == ImplementationStatus.Implemented)
        {
            _declared++;
        }
    }
}
