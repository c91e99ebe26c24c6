using System.Globalization;

namespace Tracker.Benchmarks.Harness;

/// <summary>One line of a table.</summary>
/// <param name="Aim">What was promised; empty for a figure that only explains another.</param>
/// <param name="Reached">Null where nothing was promised.</param>
/// <param name="MadeOf">What the figure is made of, or the floor it stands beside.</param>
internal sealed record Figure(string Name, string Aim, string Seen, bool? Reached, string MadeOf)
{
    public string Verdict =>
        Reached switch
        {
            true => "reached",
            false => "NOT REACHED",
            null => "",
        };

    public static Figure AtMost(
        string name,
        double aim,
        double seen,
        string unit,
        string madeOf = ""
    ) => new(name, $"<= {Number(aim)} {unit}", $"{Number(seen)} {unit}", seen <= aim, madeOf);

    public static Figure AtLeast(
        string name,
        double aim,
        double seen,
        string unit,
        string madeOf = ""
    ) => new(name, $">= {Number(aim)} {unit}", $"{Number(seen)} {unit}", seen >= aim, madeOf);

    /// <summary>Something that must hold, such as "none lost".</summary>
    public static Figure Must(
        string name,
        string aim,
        string seen,
        bool reached,
        string madeOf = ""
    ) => new(name, aim, seen, reached, madeOf);

    /// <summary>Seen, with nothing promised about it.</summary>
    public static Figure Seeing(string name, double seen, string unit, string madeOf = "") =>
        new(name, "", $"{Number(seen)} {unit}", Reached: null, madeOf);

    /// <summary>Three digits that mean something, and all those before the point.</summary>
    public static string Number(double value) =>
        Math.Abs(value) switch
        {
            >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
            _ => value.ToString("0.##", CultureInfo.InvariantCulture),
        };
}
