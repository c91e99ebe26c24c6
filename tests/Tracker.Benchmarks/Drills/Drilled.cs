using System.Globalization;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Drills;

/// <summary>Counts of drills as lines of a table.</summary>
internal static class Drilled
{
    private const int MostExplained = 5;

    /// <summary>All of them, and not one fewer.</summary>
    public static void Add(Table table, string name, int seen, int all, string madeOf = "") =>
        table.Add(Figure.Must(name, Spell(all), Spell(seen), seen == all, madeOf));

    /// <param name="wrong">What was found, of which the first are told.</param>
    public static void AddNone(
        Table table,
        string name,
        int seen,
        IEnumerable<string> wrong,
        string madeOf = ""
    ) =>
        table.Add(
            Figure.Must(
                name,
                "0",
                Spell(seen),
                seen == 0,
                string.Join(
                    "; ",
                    wrong.Take(MostExplained).Prepend(madeOf).Where(t => t.Length > 0)
                )
            )
        );

    private static string Spell(int count) => count.ToString(CultureInfo.InvariantCulture);
}
