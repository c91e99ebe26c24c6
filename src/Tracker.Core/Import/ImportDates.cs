using System.Globalization;
using System.Text.RegularExpressions;
using Tracker.Core.Progress;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>A date as somebody typed it.</summary>
/// <param name="Note">What is to be said of it; null where it is plain.</param>
public readonly record struct ReadDate(DateOnly? Day, ImportReasonKind? Note);

/// <summary>Reads dates as people type them, the day first. Source: the domain pack's catalogue, D01 and D06.</summary>
public static partial class ImportDates
{
    /// <summary>Numbers between these are days counted by a spreadsheet program.</summary>
    private const int FirstSerial = 30_000;
    private const int LastSerial = 60_000;

    private static readonly string[] Months =
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];

    private static readonly string[] Never = ["permanent", "permanente", "continu", "en continu"];

    public static ReadDate Read(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
        {
            return default;
        }
        var folded = Folding.Fold(text);
        if (Never.Contains(folded, StringComparer.Ordinal))
        {
            return new(null, ImportReasonKind.NoDueDate);
        }
        if (Iso().Match(text) is { Success: true } iso)
        {
            return Of(iso, null);
        }
        if (DayFirst().Match(text) is { Success: true } day)
        {
            return DayMonthYear(day);
        }
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial
        )
        {
            return new(
                new DateOnly(1899, 12, 30).AddDays(serial),
                ImportReasonKind.DateInterpreted
            );
        }
        if (Quarter.TryParse(text, out var quarter))
        {
            return new(quarter.End, ImportReasonKind.DateInterpreted);
        }
        return InWords(folded);
    }

    private static ReadDate DayMonthYear(Match match)
    {
        var isShort = match.Groups["year"].Length == 2;
        var read = Of(match, ImportReasonKind.FrenchDate);
        if (read.Day is not { } day)
        {
            return read;
        }
        return read with
        {
            Note =
                isShort || match.Groups["between"].Value == "." ? ImportReasonKind.DateInterpreted
                : day.Day <= 12 && day.Day != day.Month ? ImportReasonKind.DateAmbiguous
                : ImportReasonKind.FrenchDate,
        };
    }

    /// <summary>Fin décembre 2021, décembre 2021, 5 mars 2022: without a day the last of the month.</summary>
    private static ReadDate InWords(string folded)
    {
        var words = folded.Split(' ');
        var month = Array.FindIndex(words, w => Array.IndexOf(Months, w) >= 0);
        if (
            month < 0
            || month + 1 >= words.Length
            || !int.TryParse(words[month + 1], CultureInfo.InvariantCulture, out var year)
            || year is < 1990 or > 2199
        )
        {
            return new(null, ImportReasonKind.DateImpossible);
        }
        var number = Array.IndexOf(Months, words[month]) + 1;
        var last = DateTime.DaysInMonth(year, number);
        var day =
            month > 0
            && int.TryParse(
                words[month - 1].Replace("er", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture,
                out var said
            )
                ? said
                : last;
        return day >= 1 && day <= last
            ? new(new DateOnly(year, number, day), ImportReasonKind.DateInterpreted)
            : new(null, ImportReasonKind.DateImpossible);
    }

    private static ReadDate Of(Match match, ImportReasonKind? note)
    {
        var y = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        y += y < 100 ? 2000 : 0;
        var m = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var d = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        return
            y is >= 1900 and < 2200
            && m is >= 1 and <= 12
            && d >= 1
            && d <= DateTime.DaysInMonth(y, m)
            ? new(new DateOnly(y, m, d), note)
            : new(null, ImportReasonKind.DateImpossible);
    }

    [GeneratedRegex(
        @"^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(T.*)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?<day>\d{1,2})(?<between>[/.-])(?<month>\d{1,2})\k<between>(?<year>\d{4}|\d{2})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DayFirst();
}
