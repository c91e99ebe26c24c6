using System.Text;

namespace Tracker.Benchmarks.Harness;

/// <summary>The figures of one section, printed in columns as plain text.</summary>
internal sealed class Table
{
    /// <summary>What explains a figure is wrapped under it beyond this many characters.</summary>
    private const int MostExplained = 60;

    private static readonly string[] Head = ["figure", "aim", "seen", "verdict", "made of"];

    private readonly List<Figure> figures = [];

    public IReadOnlyList<Figure> Figures => figures;

    public void Add(Figure figure) => figures.Add(figure);

    public override string ToString()
    {
        var rows = figures.SelectMany(Rows).Prepend(Head).ToList();
        var widths = Enumerable
            .Range(0, Head.Length)
            .Select(column => rows.Max(row => row[column].Length))
            .ToArray();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }
        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(Figure figure)
    {
        var explained = Lines(figure.MadeOf).ToList();
        yield return [figure.Name, figure.Aim, figure.Seen, figure.Verdict, explained[0]];
        foreach (var line in explained.Skip(1))
        {
            yield return ["", "", "", "", line];
        }
    }

    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= MostExplained)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}
