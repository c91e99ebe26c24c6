using System.Text.RegularExpressions;
using Xunit;

namespace Tracker.Tests.Architecture;

/// <summary>Words live in resources: a letter between two tags, or in an attribute that is read aloud, is refused.</summary>
public sealed partial class Markup_holds_no_sentence
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "Tracker",
        "CSV",
        "Excel",
    };

    [Fact]
    public void In_any_component()
    {
        var files = Sources.Under("src", ".razor");

        Assert.True(files.Count > 10, $"Only {files.Count} components were found.");
        Assert.Equal(
            [],
            files.SelectMany(file =>
                Sentences(File.ReadAllText(file)).Select(text => $"{Sources.Name(file)}: {text}")
            )
        );
    }

    [Theory]
    [InlineData("<p>Bonjour</p>", "Bonjour")]
    [InlineData("<p>@Text[\"a\"] jours</p>", "jours")]
    [InlineData("@if (x)\n{\n    <b>Oui</b>\n}", "Oui")]
    [InlineData("<a\n    href=\"/\"\n>Retour</a>", "Retour")]
    [InlineData("<nav aria-label=\"Menu principal\"></nav>", "Menu principal")]
    [InlineData("<Field Label=\"Titre\"></Field>", "Titre")]
    public void A_planted_sentence_is_found(string markup, string expected) =>
        Assert.Equal([expected], Sentences(markup));

    [Theory]
    [InlineData(
        "@using A\n<p>@Text[\"a\", Words.Day(x)] — @(b ? \"c\" : \"d\")</p>\n@code { int x = 1; }"
    )]
    [InlineData("@foreach (var f in All<Flags>().Where(f => f != None))\n{\n<li>@f.Name</li>\n}")]
    [InlineData("<button @onclick=\"() => Go()\">@string.Join(\", \", x.Of(1))</button>")]
    [InlineData("@* a comment <p>with words</p> *@\n<Field Label=\"@Text[\"due\"]\" />")]
    public void Code_is_not_taken_for_a_sentence(string markup) => Assert.Empty(Sentences(markup));

    private static IEnumerable<string> Sentences(string razor)
    {
        var markup = Comment().Replace(CodeBlock().Split(razor)[0], "");
        markup = string.Join('\n', markup.Split('\n').Where(line => !Control().IsMatch(line)));
        var spoken = Spoken().Matches(markup).Select(match => match.Groups["it"].Value);
        markup = Attribute().Replace(Parenthesis().Replace(markup, ""), "=\"\"");
        var shown = Between()
            .Matches(markup)
            .Select(match => Expression().Replace(match.Groups["it"].Value, ""));
        return spoken
            .Concat(shown)
            .Select(text => text.Trim())
            .Where(text => Letters().IsMatch(text) && !Allowed.Contains(text));
    }

    [GeneratedRegex(
        @"@\*.*?\*@|<!--.*?-->",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^@code\b|^@functions\b",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex CodeBlock();

    [GeneratedRegex(
        @"^\s*(@(page|using|inject|implements|inherits|attribute|layout|namespace|typeparam|if|for|foreach|switch|while|\{)\b?|else\b|case\b|default:|var\b|\{|\}).*$|;\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Control();

    /// <summary>@( … ) with two levels of parentheses inside.</summary>
    [GeneratedRegex(
        @"@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Parenthesis();

    [GeneratedRegex("=\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Attribute();

    [GeneratedRegex(
        @">(?<it>[^<>]+)<",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"@(?:(?:if|foreach|switch)\s*)?[\w.]*(?:\[[^\]]*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\.\w+)*",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Expression();

    [GeneratedRegex(
        "\\s(?:aria-label|title|alt|placeholder|Label|Text|Help|Title|Placeholder|HelperText)=\"(?<it>[^\"@]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Letters();
}
