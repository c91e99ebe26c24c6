using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Tracker.Tests.Architecture;

public sealed partial class Resource_files_agree
{
    private const string EnglishEnding = ".en.resx";

    private static readonly IReadOnlyList<string> French =
    [
        .. Sources
            .Under("src", ".resx")
            .Where(file => !file.EndsWith(EnglishEnding, StringComparison.Ordinal)),
    ];

    private static readonly IReadOnlyList<string> Code = Sources.Under("src", ".razor", ".cs");

    [Fact]
    public void Both_languages_hold_the_same_keys_placeholders_and_no_empty_word()
    {
        Assert.NotEmpty(French);
        var faults = new List<string>();
        foreach (var file in French)
        {
            var other = Path.ChangeExtension(file, null) + EnglishEnding;
            if (!File.Exists(other))
            {
                faults.Add($"{Sources.Name(file)} has no English beside it");
                continue;
            }
            faults.AddRange(
                Differences(Read(file), Read(other)).Select(f => $"{Sources.Name(file)}: {f}")
            );
        }
        Assert.Equal([], faults);
    }

    [Fact]
    public void Every_key_asked_for_exists()
    {
        var asked = Code.SelectMany(file => Asked(file, File.ReadAllText(file))).ToList();

        Assert.True(asked.Count > 20, $"Only {asked.Count} keys were found: the search is broken.");
        Assert.Equal(
            [],
            asked
                .Where(use => !Files(use).Any(file => Has(Read(file), use)))
                .Select(use => $"{Sources.Name(use.File)}: {use.Key}")
                .Distinct()
        );
    }

    /// <summary>docs/style.md: a line never ends before the sign that closes its phrase.</summary>
    [Fact]
    public void French_signs_keep_their_spaces()
    {
        Assert.Equal(
            [],
            French.SelectMany(file =>
                Read(file)
                    .Where(word => Loose().IsMatch(word.Value))
                    .Select(word => $"{Sources.Name(file)}: {word.Key}")
            )
        );
    }

    [Theory]
    [InlineData("Reste\u00A0: rien", false)]
    [InlineData("Reste : rien", true)]
    [InlineData("Pour qui\u202F?", false)]
    [InlineData("Pour qui\u00A0?", true)]
    [InlineData("vide\u202F; puis \u00AB\u00A0Vue\u00A0\u00BB", false)]
    [InlineData("« Vue\u00A0»", true)]
    [InlineData("«\u00A0Vue»", true)]
    [InlineData("l'atelier", true)]
    [InlineData("https://exemple.test, 14:05", false)]
    public void A_loose_sign_is_found(string text, bool loose) =>
        Assert.Equal(loose, Loose().IsMatch(text));

    [Fact]
    public void A_planted_difference_is_found()
    {
        Dictionary<string, string> french = new() { ["a"] = "Il reste {0} jours", ["b"] = "Oui" };
        Dictionary<string, string> english = new() { ["a"] = "Days remain", ["c"] = " " };

        Assert.Equal(4, Differences(french, english).Count());
        Assert.Equal(
            ["gone", "status.gone"],
            Asked("X.razor", """<p>@Text["gone", 1]</p> @Words["status.gone"]""").Select(u => u.Key)
        );
    }

    private static IEnumerable<string> Differences(
        Dictionary<string, string> french,
        Dictionary<string, string> english
    )
    {
        foreach (var key in french.Keys.Union(english.Keys).Order(StringComparer.Ordinal))
        {
            if (!french.TryGetValue(key, out var fr) || !english.TryGetValue(key, out var en))
            {
                yield return $"{key} is missing in one language";
                continue;
            }
            if (!Places(fr).SetEquals(Places(en)))
            {
                yield return $"{key} has different placeholders";
            }
        }
        foreach (var (key, text) in french.Concat(english).Where(p => p.Value.Trim().Length == 0))
        {
            yield return $"{key} is empty ('{text}')";
        }
    }

    private static HashSet<string> Places(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups["it"].Value)];

    private static IEnumerable<Use> Asked(string file, string text)
    {
        var marker = Marker().Match(text) is { Success: true } found
            ? found.Groups["it"].Value
            : null;
        foreach (Match match in Literal().Matches(text))
        {
            var name = match.Groups["from"].Value == "Words" ? "Words" : marker;
            yield return new Use(file, name, match.Groups["key"].Value, Counted: false);
        }
        foreach (Match match in CountLiteral().Matches(text))
        {
            var name = match.Groups["from"].Length == 0 ? "Words" : marker;
            yield return new Use(file, name, match.Groups["key"].Value, Counted: true);
        }
    }

    /// <summary>The marker's own file; where the localizer is inherited, the files of the same folder.</summary>
    private static IEnumerable<string> Files(Use use) =>
        French.Where(file =>
            use.Marker is null
                ? Path.GetDirectoryName(file) == Path.GetDirectoryName(use.File)
                : Path.GetFileNameWithoutExtension(file) == use.Marker
        );

    private static bool Has(Dictionary<string, string> words, Use use) =>
        use.Counted
            ? words.ContainsKey(use.Key + ".one") && words.ContainsKey(use.Key + ".other")
            : words.ContainsKey(use.Key);

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(file)
            .Root!.Elements("data")
            .ToDictionary(
                data => data.Attribute("name")!.Value,
                data => data.Element("value")!.Value,
                StringComparer.Ordinal
            );

    private sealed record Use(string File, string? Marker, string Key, bool Counted);

    /// <summary>A space that may end a line before : ; ? ! % or inside « », another than ours, or a straight apostrophe.</summary>
    [GeneratedRegex(
        @"[ \u202F]:|(?<!«)[ \u00A0][;?!%]|«[^\u00A0]|[^\u00A0]»|\w'\w",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Loose();

    [GeneratedRegex(
        @"\{(?<it>\d+)[^}]*\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"IStringLocalizer<(?<it>\w+)>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Marker();

    [GeneratedRegex(
        """\b_?(?<from>[Tt]ext|L|Words)\["(?<key>[^"]+)"[\],]""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Literal();

    [GeneratedRegex(
        """\.Count\((?:(?<from>_?[Tt]ext|L),\s*)?"(?<key>[^"]+)",""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex CountLiteral();
}
