using System.Globalization;
using Tracker.Core;

namespace Tracker.Web.Recommendations.Several;

/// <summary>One set of words and dates for many rows.</summary>
public sealed class SeveralInput : StatusInput
{
    /// <summary>Each row with the version its reader was shown: <c>KAY-2020-01:3 KAY-2020-02:1</c>.</summary>
    public string? Rows { get; set; }

    /// <summary>Empty confirms the lead proposed for each row.</summary>
    public string? Lead { get; set; }

    public static string Spell(IEnumerable<ChosenRow> rows) =>
        string.Join(
            ' ',
            rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Code}:{r.Version}"))
        );

    /// <summary>What is no code with a version is left out.</summary>
    public IReadOnlyList<ChosenRow> Chosen =>
        [
            .. (Rows ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(r => r.Split(':'))
                .Where(r => r.Length == 2)
                .Select(r =>
                    long.TryParse(
                        r[1],
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var version
                    )
                        ? new ChosenRow(r[0], version)
                        : new ChosenRow(r[0], -1)
                ),
        ];
}
