using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bunit;
using Microsoft.AspNetCore.Components;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Recommendations;

/// <summary>What a browser shows of an open list once page.js has put its rows together.</summary>
public static class LiveRows
{
    public static IHtmlDocument Shown<T>(this IRenderedComponent<T> page)
        where T : IComponent
    {
        var document = new HtmlParser().ParseDocument(page.Markup);
        var said = document
            .QuerySelectorAll("[data-said]")
            .Select(e => e.GetAttribute("data-said")!)
            .ToList();
        foreach (var body in document.QuerySelectorAll("[data-rows]"))
        {
            body.InnerHtml = Unpacked(body.GetAttribute("data-rows")!, said);
        }
        return document;
    }

    public static IHtmlCollection<IElement> Rows<T>(this IRenderedComponent<T> page)
        where T : IComponent => page.Shown().QuerySelectorAll("tr[data-code]");

    /// <summary>As page.js does it.</summary>
    public static string Unpacked(string rows, IEnumerable<string> said)
    {
        var known = said.SelectMany(group => group.Split(RowPhrases.End))
            .ToDictionary(phrase => phrase[0], phrase => phrase[1..]);
        var parts = rows.Split(RowPhrases.End);
        var number = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return string.Concat(
            parts
                .Skip(1)
                .Chunk(2)
                .Select(
                    (row, i) =>
                    {
                        known[RowPhrases.Code] = row[0];
                        known[RowPhrases.Number] = $"{number + i}";
                        return Spelt(row[1], known);
                    }
                )
        );
    }

    private static string Spelt(string text, Dictionary<char, string> known) =>
        string.Concat(
            text.Select(c =>
                known.TryGetValue(c, out var phrase) ? Spelt(phrase, known) : c.ToString()
            )
        );
}
