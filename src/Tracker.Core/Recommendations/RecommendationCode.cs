using System.Globalization;

namespace Tracker.Core.Recommendations;

/// <summary>Codes such as KAY-2020-05: the workshop's code, then a number of two digits or more.</summary>
public static class RecommendationCode
{
    private const int Highest = 999_999;
    private const int HighestDigits = 6;
    private const int Shortest = 3;
    private const int Longest = 40;

    public static string Compose(string workshop, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{workshop}-{number:00}");

    /// <summary>The number of a code within its workshop, or null where the code has another form.</summary>
    public static int? NumberOf(string code, string workshop)
    {
        if (
            code.Length <= workshop.Length + 1
            || code[workshop.Length] != '-'
            || !code.StartsWith(workshop, StringComparison.Ordinal)
        )
        {
            return null;
        }
        return int.TryParse(
            code.AsSpan(workshop.Length + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    /// <summary>Highest number plus one: gaps are never filled, since a removed code may be cited somewhere.</summary>
    public static string Next(string workshop, IEnumerable<string> taken) =>
        Compose(workshop, taken.Max(code => NumberOf(code, workshop)).GetValueOrDefault() + 1);

    /// <summary>
    /// What codes are sorted by: the number padded, so that the hundredth of a workshop stands after the ninety-ninth
    /// and not between the tenth and the eleventh.
    /// </summary>
    public static string SortKeyOf(string code)
    {
        var dash = code.LastIndexOf('-') + 1;
        var number = code.AsSpan(dash);
        return
            dash > 0
            && number.Length is > 0 and < HighestDigits
            && number.IndexOfAnyExceptInRange('0', '9') < 0
            ? string.Concat(
                code.AsSpan(0, dash),
                new string('0', HighestDigits - number.Length),
                number
            )
            : code;
    }

    public static Fault? Fault(string? code, string workshop)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return Core.Fault.Required;
        }
        // One spelling a number: KAY-2020-5 beside KAY-2020-05 would be two records of one name.
        return
            HasForm(code)
            && NumberOf(code, workshop) is { } number and > 0 and <= Highest
            && IsComposed(code.AsSpan(workshop.Length + 1))
            ? null
            : Core.Fault.NotACode;
    }

    /// <summary>Two digits or more, and no nought before more than two: as <see cref="Compose"/> spells a number.</summary>
    private static bool IsComposed(ReadOnlySpan<char> digits) =>
        digits.Length == 2 || (digits.Length > 2 && digits[0] != '0');

    /// <summary>Capital letters, digits and hyphens, from a letter or digit to a digit.</summary>
    private static bool HasForm(string code)
    {
        if (
            code.Length is < Shortest or > Longest
            || code[0] == '-'
            || !char.IsAsciiDigit(code[^1])
        )
        {
            return false;
        }
        foreach (var sign in code)
        {
            if (sign != '-' && !char.IsAsciiLetterUpper(sign) && !char.IsAsciiDigit(sign))
            {
                return false;
            }
        }
        return true;
    }
}
