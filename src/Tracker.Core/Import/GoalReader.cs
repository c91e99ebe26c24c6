using System.Globalization;
using System.Text.RegularExpressions;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// Reads framework entries as they come: whole codes, bare numbers of the Global Compact's objectives and of the SDG
/// targets, in words, or turned into a date by a spreadsheet program.
/// </summary>
internal sealed partial class GoalReader(IEnumerable<string> entries)
{
    /// <summary>How French and English programs shorten the months in cells they took for dates.</summary>
    private static readonly string[][] Months =
    [
        ["janv", "jan"],
        ["fevr", "feb"],
        ["mars", "mar"],
        ["avr", "apr"],
        ["mai", "may"],
        ["juin", "jun"],
        ["juil", "jul"],
        ["aout", "aug"],
        ["sept", "sep"],
        ["oct"],
        ["nov"],
        ["dec"],
    ];

    private readonly HashSet<string> _entries = new(entries, StringComparer.OrdinalIgnoreCase);

    /// <summary>Codes of the cell that are on the list; what is doubtful is noted.</summary>
    public IEnumerable<string> Compact(string typed, RowDraft draft)
    {
        var isPlain = PlainNumbers().IsMatch(typed);
        foreach (Match number in Number().Matches(typed))
        {
            var code = $"GCM-{number.Value.PadLeft(2, '0')}";
            if (Known(code, ImportField.Compact, isPlain, draft) is { } known)
            {
                yield return known;
            }
        }
    }

    /// <inheritdoc cref="Compact"/>
    /// <param name="kind">What the file took the cell for.</param>
    public IEnumerable<string> Goals(string typed, SourceCellKind kind, RowDraft draft)
    {
        if (kind == SourceCellKind.Day && ImportDates.Read(typed).Day is { } day)
        {
            // 10.7 typed, 10 July kept.
            typed = string.Create(CultureInfo.InvariantCulture, $"{day.Day}.{day.Month} ?");
        }
        foreach (
            var part in typed.Split(
                [';', '\n'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (_entries.TryGetValue(part, out var whole))
            {
                yield return whole;
                continue;
            }
            var read = 0;
            foreach (var (code, isPlain) in TargetsOf(part))
            {
                read++;
                if (Known(code, ImportField.Goals, isPlain, draft) is { } known)
                {
                    yield return known;
                }
            }
            if (read == 0)
            {
                draft.Note(ImportReasonKind.GoalUnknown, ImportField.Goals, part);
            }
        }
    }

    private static IEnumerable<(string Code, bool IsPlain)> TargetsOf(string part)
    {
        if (DayAndMonth().Match(Folding.Fold(part)) is { Success: true } date)
        {
            var month = Array.FindIndex(Months, m => m.Contains(date.Groups["month"].Value)) + 1;
            if (month > 0)
            {
                yield return (
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"SDG-{date.Groups["day"].Value}.{month}"
                    ),
                    false
                );
                yield break;
            }
        }
        foreach (Match target in Target().Matches(part))
        {
            yield return ($"SDG-{target.Value.Replace(',', '.')}", target.Value == part);
        }
    }

    private string? Known(string code, ImportField field, bool isPlain, RowDraft draft)
    {
        if (_entries.TryGetValue(code, out var known))
        {
            if (!isPlain)
            {
                draft.Note(ImportReasonKind.GoalProposed, field, known);
            }
            return known;
        }
        // 8.10 loses its nought where a program takes it for a number: two readings, so the person is asked.
        draft.Note(
            ImportReasonKind.GoalUnknown,
            field,
            _entries.TryGetValue(code + '0', out var cut) ? cut : code
        );
        return null;
    }

    [GeneratedRegex(@"^[\d\s;,]*$", RegexOptions.None, 1000)]
    private static partial Regex PlainNumbers();

    [GeneratedRegex(@"\d{1,2}", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{1,2}[.,](?:\d{1,2}|[a-dA-D])\b", RegexOptions.None, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"^(?<day>\d{1,2}) (?<month>[a-z]{3,4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayAndMonth();
}
