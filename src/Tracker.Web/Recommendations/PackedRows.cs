using System.Globalization;
using System.Text;

namespace Tracker.Web.Recommendations;

/// <summary>
/// The rows of one open list, as they travel: what the browser was told before is a sign, only what is the row's own is
/// spelt out. <c>page.js</c> puts them together again; what it must know for that stands in <see cref="Said"/>.
/// </summary>
public sealed class PackedRows(RowPhrases phrases)
{
    /// <summary>A shorter phrase is no longer than its sign.</summary>
    private const int Shortest = 4;

    private const string Begin = "<tr ";

    private readonly HashSet<char> _said = [];
    private readonly List<string> _groups = [];

    /// <summary>Phrases, each after its sign, with ends between them: one text for each time there were new ones.</summary>
    public IReadOnlyList<string> Said => _groups;

    /// <param name="markup">Rows of a table, each with its code in <c>data-code</c>.</param>
    /// <param name="number">That of the first row in the whole list, as <c>n</c> in the addresses of records.</param>
    /// <returns>The number, then of each row its code and its markup, with ends between them.</returns>
    public string Pack(string markup, int number)
    {
        var sheet = new Sheet(new StringBuilder(), new StringBuilder());
        sheet.Rows.Append(CultureInfo.InvariantCulture, $"{number}");
        foreach (var row in Rows(Tight(markup)))
        {
            var code = CodeOf(row);
            sheet.Rows.Append(RowPhrases.End).Append(code).Append(RowPhrases.End);
            var numbered = string.Create(CultureInfo.InvariantCulture, $";n={number++}\"");
            PackRow(
                sheet,
                row.Replace(code, $"{RowPhrases.Code}", StringComparison.Ordinal)
                    .Replace(numbered, $";n={RowPhrases.Number}\"", StringComparison.Ordinal)
            );
        }
        if (sheet.Fresh.Length > 0)
        {
            _groups.Add(sheet.Fresh.ToString(0, sheet.Fresh.Length - 1));
        }
        return sheet.Rows.ToString();
    }

    /// <summary>Between two elements a line break is a space; spaces that no encoder lets through are letters like others.</summary>
    private static string Tight(string markup) =>
        string.Join(
                ' ',
                markup.Split(
                    '\n',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            )
            .Replace("&#xA0;", "\u00A0", StringComparison.Ordinal)
            .Replace("&#x202F;", "\u202F", StringComparison.Ordinal);

    private static IEnumerable<string> Rows(string markup)
    {
        var from = markup.IndexOf(Begin, StringComparison.Ordinal);
        while (from >= 0)
        {
            var next = markup.IndexOf(Begin, from + Begin.Length, StringComparison.Ordinal);
            yield return next < 0 ? markup[from..] : markup[from..next];
            from = next;
        }
    }

    private static string CodeOf(string row)
    {
        const string Name = "data-code=\"";
        var from = row.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
        return row[from..row.IndexOf('"', from)];
    }

    /// <summary>A phrase is an element with its words and its end; what stands in a link, and what holds a figure, is the row's own.</summary>
    private void PackRow(Sheet sheet, ReadOnlySpan<char> row)
    {
        while (row.Length > 0)
        {
            if (row.StartsWith("<a "))
            {
                var link = row.IndexOf("</a>") + "</a>".Length;
                sheet.Rows.Append(row[..link]);
                row = row[link..];
            }
            var end = EndOfPhrase(row);
            PackPhrase(sheet, row[..end]);
            row = row[end..];
        }
    }

    private void PackPhrase(Sheet sheet, ReadOnlySpan<char> phrase)
    {
        var (from, at) = (0, 0);
        while (at < phrase.Length)
        {
            if (phrase[at] == '<')
            {
                at += phrase[at..].IndexOf('>') + 1;
                continue;
            }
            var words = phrase[at..];
            words = words.IndexOf('<') is >= 0 and var until ? words[..until] : words;
            if (words.ContainsAnyInRange('0', '9'))
            {
                Say(sheet, phrase[from..at]);
                sheet.Rows.Append(words);
                from = at + words.Length;
            }
            at += words.Length;
        }
        Say(sheet, phrase[from..]);
    }

    private void Say(Sheet sheet, ReadOnlySpan<char> phrase)
    {
        if (phrase.Length < Shortest || phrases.SignOf(phrase) is not { } sign)
        {
            sheet.Rows.Append(phrase);
            return;
        }
        if (_said.Add(sign))
        {
            sheet.Fresh.Append(sign).Append(phrase).Append(RowPhrases.End);
        }
        sheet.Rows.Append(sign);
    }

    /// <summary>Before the next element that begins.</summary>
    private static int EndOfPhrase(ReadOnlySpan<char> row)
    {
        for (var at = 1; at < row.Length - 1; at++)
        {
            if (row[at] == '<' && row[at + 1] != '/')
            {
                return at;
            }
        }
        return row.Length;
    }

    /// <summary>What is being written: the rows, and what has not been said before.</summary>
    private readonly record struct Sheet(StringBuilder Rows, StringBuilder Fresh);
}
