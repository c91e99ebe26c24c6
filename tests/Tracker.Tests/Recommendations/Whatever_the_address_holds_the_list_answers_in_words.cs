using System.Globalization;
using System.Net;
using System.Resources;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Tests.Given;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Recommendations;

public sealed class Whatever_the_address_holds_the_list_answers_in_words(ReadingHost host)
    : IClassFixture<ReadingHost>
{
    private const int All = 16;

    /// <summary>Words that only a framework would say.</summary>
    private static readonly string[] Foreign =
    [
        "exception",
        "stack trace",
        "bad request",
        "malformed",
        "sqlite",
        "sqlclient",
        "   at ",
    ];

    /// <summary>What is asked, how many rows are left, how many sentences are said.</summary>
    public static TheoryData<string, int, int> Asked() =>
        new()
        {
            { Many("theme", "DIA", 250), 4, 1 },
            { "theme=DIA&lead=" + new string('M', 2_000), 4, 1 },
            { "framework=" + new string('S', 2_000), All, 1 },
            { new string('x', 2_000) + "=1", All, 1 },
            { "q=" + new string('a', 10_000), 0, 1 },
            { "q=" + new string('"', 10_000), 0, 1 },
            { "q=" + Encoded(new string('é', 10_000)), 0, 1 },
            { "q=" + Encoded("a" + string.Concat(Enumerable.Repeat("🙂", 5_000))), All, 1 },
            { "q=" + Encoded(string.Concat(Enumerable.Repeat("diaspora ", 1_200))), 5, 1 },
            { "page=99999999", All, 1 },
            { "page=1000000000", All, 1 },
            { "page=99999999999999999999", All, 1 },
            { "page=-1", All, 1 },
            { "page=0", All, 1 },
            { "page=1e9", All, 1 },
            { "page=deux", All, 1 },
            { "page=%00", All, 1 },
            { "size=100000", All, 1 },
            { "size=-25", All, 1 },
            { "size=&page=&sort=&dir=&q=", All, 0 },
            { "sort=Code;DROP TABLE Recommendations&dir=sideways", All, 2 },
            { Numbered("colour", 500), All, 2 },
            { Numbered("colour", 90), All, 1 },
            { string.Join('&', Enumerable.Range(0, 500).Select(i => $"lead=ORG{i}")), All, 2 },
            { "q=diaspora&q=kayes&q=" + new string('b', 300), 0, 1 },
            { "page=2&page=1&sort=due&sort=code", All, 0 },
            { "due_before=0000-00-00", All, 1 },
            { "due_after=31/02/2021", All, 1 },
            { "due_before=2021-02-31", All, 1 },
            { "due_before=0001-01-01&due_after=9999-12-31", All, 2 },
            { "changed_after=9999-12-31", All, 1 },
            { "changed_after=0001-01-01", All, 1 },
            { "changed_after=2199-12-31", 0, 0 },
            { "changed_after=1900-01-01", All, 0 },
            { "overdue=2&stale=oui", All, 2 },
            { "theme=%00&lead=%F0%9F%99%82&workshop=%ED%A0%80&place=%C3%28", All, 4 },
            { "%00=%00&%ED%A0%80=1&=x&&&==&%", All, 1 },
            { "a[]=1&a.b=2&__proto__=3&constructor=4", All, 1 },
            { "%71=diaspora", 5, 0 },
            { "Q=diaspora&THEME=dia", 4, 0 },
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task In_french(string query, int rows, int sentences) =>
        await AnswersAsync(query, "fr", rows, sentences);

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task In_english(string query, int rows, int sentences) =>
        await AnswersAsync(query, "en", rows, sentences);

    public static TheoryData<string> Typed() =>
        [
            "\"",
            "\"\"\"\"",
            "\"diaspora",
            "'",
            "''; --",
            "NEAR(",
            "NEAR(diaspora kayes, 5)",
            "*",
            "dias*",
            "^",
            "AND OR NOT",
            "diaspora AND",
            "OR",
            "col:",
            "Folded:",
            "rowid:1",
            "{a b}: c",
            "(((",
            ")",
            "+ -",
            "%",
            "_",
            "[a-z]",
            "\\",
            "\0",
            "dias\0pora",
            "🙂",
            "👩‍👩‍👧‍👦 diaspora",
            "\uFFFD",
            "\u202Ediaspora",
            "\u200B",
            "\u0301",
            "ﷺﷺﷺ",
            "ǆ ß ﬁ İ ı",
            "<script>alert(1)</script>",
            "&lt;b&gt;",
            "{{7*7}}",
            "${7*7}",
            "../../etc/passwd",
            "\r\nSet-Cookie: a=b",
        ];

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task A_search_is_words_and_comes_back_as_it_was_typed(string typed)
    {
        foreach (var language in new[] { "fr", "en" })
        {
            var list = await AnswersAsync("q=" + Encoded(typed), language, null, null);

            // A NUL cannot stand in a page.
            var back = list.QuerySelector<IHtmlInputElement>("main input[name=q]")!.Value;
            Assert.Equal(typed.Trim().Replace('\0', '\uFFFD'), back.ReplaceLineEndings("\r\n"));
        }
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%%%")]
    [InlineData("%zz")]
    [InlineData("%u0041")]
    [InlineData("%C3")]
    [InlineData("%C3%28")]
    [InlineData("%ED%A0%80")]
    [InlineData("%ED%B0%80%ED%A0%80")]
    [InlineData("%F5%80%80%80")]
    [InlineData("%FF%FE")]
    [InlineData("%C0%AF")]
    [InlineData("%25%32%37")]
    [InlineData("+++")]
    public async Task A_search_that_is_no_text_finds_what_it_finds(string sent)
    {
        await AnswersAsync("q=" + sent, "fr", null, null);
        await AnswersAsync("q=" + sent, "en", null, null);
    }

    [Theory]
    [InlineData("lang=xx", "xx")]
    [InlineData("lang=fr-ML", "fr-ML")]
    [InlineData("lang=%00", null)]
    [InlineData("lang=../../en", "../../en")]
    public async Task A_language_nobody_speaks_here_is_said_in_the_readers_own(
        string query,
        string? named
    )
    {
        using var visitor = await host.SignedInAsync("coordinator");
        var french = await visitor.PageAsync("/recommendations?theme=DIA&" + query);
        await visitor.PageAsync("/recommendations?lang=en");
        var english = await visitor.PageAsync("/recommendations?theme=DIA&" + query);

        IsTheList(french, "fr", 4, 1);
        IsTheList(english, "en", 4, 1);
        Assert.Contains(named ?? "", Sentences(french).Single(), StringComparison.Ordinal);
        Assert.Contains("Langue", Sentences(french).Single(), StringComparison.Ordinal);
        Assert.Contains("Language", Sentences(english).Single(), StringComparison.Ordinal);
    }

    /// <summary>The files carry no sentence, but they are made.</summary>
    [Theory]
    [InlineData("changed_after=9999-12-31&page=99999999&size=100000")]
    [InlineData("q=NEAR(%22*&lead=%00&due_before=0000-00-00")]
    [InlineData("lang=xx&q=%ED%A0%80")]
    public async Task An_export_of_the_same_address_is_made(string query)
    {
        var visitor = await host.Coordinator.Value;
        foreach (var file in new[] { "export.csv", "export.xlsx" })
        {
            using var answer = await visitor.GetAsync($"/recommendations/{file}?{query}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(
                await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            );
        }
    }

    private async Task<IHtmlDocument> AnswersAsync(
        string query,
        string language,
        int? rows,
        int? sentences
    )
    {
        var visitor = await host.Coordinator.Value;
        var list = await visitor.PageAsync($"/recommendations?{query}&lang={language}");
        IsTheList(list, language, rows, sentences);
        return list;
    }

    private static void IsTheList(IHtmlDocument list, string language, int? rows, int? sentences)
    {
        Assert.Equal(language, list.DocumentElement.GetAttribute("lang"));
        var shown = list.QuerySelectorAll("main tbody tr[data-code]").Length;
        var total = list.QuerySelector("main [data-figure=rows]")!.GetAttribute("data-value");
        Assert.Equal(shown.ToString(CultureInfo.InvariantCulture), total);
        Assert.Equal(rows ?? shown, shown);
        Assert.Empty(list.QuerySelectorAll("main script"));
        Assert.Single(list.QuerySelectorAll("form[role=search]"));
        var said = Sentences(list);
        Assert.Equal(sentences ?? said.Count, said.Count);
        var ours = Ours(language);
        Assert.All(
            said,
            sentence =>
                Assert.Contains(
                    ours,
                    form =>
                        sentence.StartsWith(form.First, StringComparison.Ordinal)
                        && sentence.EndsWith(form.Last, StringComparison.Ordinal)
                )
        );
        Assert.All(said, sentence => Assert.True(sentence.Length < 700, sentence));
        var text = list.QuerySelector("main")!.TextContent;
        Assert.All(
            Foreign,
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static List<string> Sentences(IParentNode page) =>
        [
            .. page.QuerySelectorAll("main .msg.warn:not(.reconnect)")
                .Select(m => m.TextContent.Trim()),
        ];

    /// <summary>What the resources of a language can say about an address: how it begins and how it ends.</summary>
    private static List<(string First, string Last)> Ours(string language)
    {
        var resources = new ResourceManager(typeof(ListText));
        var culture = CultureInfo.GetCultureInfo(language);
        return
        [
            .. Enum.GetValues<FilterProblemKind>()
                .Select(kind => resources.GetString("problem." + Codes.Of(kind), culture)!)
                .Select(text =>
                    (
                        text[..text.IndexOf('{', StringComparison.Ordinal)],
                        text[(text.LastIndexOf('}') + 1)..]
                    )
                ),
        ];
    }

    private static string Encoded(string typed) => Uri.EscapeDataString(typed);

    private static string Many(string name, string value, int times) =>
        string.Join('&', Enumerable.Repeat($"{name}={value}", times));

    private static string Numbered(string name, int times) =>
        string.Join('&', Enumerable.Range(0, times).Select(i => $"{name}{i}={i}"));
}

/// <summary>One reader for all addresses: signing in costs more than reading.</summary>
public sealed class ReadingHost : WebHost
{
    public ReadingHost() => Coordinator = new(() => SignedInAsync("coordinator"));

    public Lazy<Task<Visitor>> Coordinator { get; }
}
