using System.Globalization;

namespace Tracker.Core.Progress;

/// <summary>A quarter of a year, <c>2021-Q1</c> in code (glossary: reporting_period).</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly Start => new(Year, (Number * 3) - 2, 1);

    /// <summary>Inclusive.</summary>
    public DateOnly End => Start.AddMonths(3).AddDays(-1);

    public Quarter Before() => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>2021-Q1, and T1 or Q1 with the year on either side, as people write it.</summary>
    public static bool TryParse(string? typed, out Quarter quarter)
    {
        quarter = default;
        var parts = (typed ?? "")
            .ToUpperInvariant()
            .Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2)
        {
            return false;
        }
        var (year, number) = parts[0].Length == 4 ? (parts[0], parts[1]) : (parts[1], parts[0]);
        if (
            !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            || y is < 1990 or > 2200
            || number.Length != 2
            || number[0] is not ('Q' or 'T')
            || number[1] is < '1' or > '4'
        )
        {
            return false;
        }
        quarter = new(y, number[1] - '0');
        return true;
    }

    public override string ToString() =>
        $"{Year.ToString(CultureInfo.InvariantCulture)}-Q{Number.ToString(CultureInfo.InvariantCulture)}";
}
