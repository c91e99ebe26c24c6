using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Shared;
using Tracker.Web.Text;
using Xunit;

namespace Tracker.Tests.Shared;

public sealed class Marks_show_shape_and_word : ComponentTest
{
    public static TheoryData<ImplementationStatus, Language> Statuses =>
        Each<ImplementationStatus>();

    public static TheoryData<Acceptance, Language> Answers => Each<Acceptance>();

    [Theory, MemberData(nameof(Statuses))]
    public void A_status_is_a_shape_a_word_and_a_code(
        ImplementationStatus status,
        Language language
    )
    {
        Reads(language);

        var mark = Shown(words => Mark.Of(words, status)).Find(".m");

        Assert.Equal(Codes.Of(status), mark.GetAttribute("data-status"));
        Assert.Contains(Codes.Of(status), mark.ClassList);
        Assert.Equal($"#i-{Codes.Of(status)}", mark.QuerySelector("use")!.GetAttribute("href"));
        Assert.Equal(Words.WordFor(status, language), mark.TextContent.Trim());
        Assert.True(mark.TextContent.Trim().Length > 3);
    }

    [Theory, MemberData(nameof(Answers))]
    public void An_answer_is_a_shape_and_a_word(Acceptance answer, Language language)
    {
        Reads(language);

        var mark = Shown(words => Mark.Of(words, answer)).Find(".m");

        Assert.Equal($"#i-{Codes.Of(answer)}", mark.QuerySelector("use")!.GetAttribute("href"));
        Assert.Equal(Words.WordFor(answer, language), mark.TextContent.Trim());
    }

    [Fact]
    public void A_flag_says_for_how_long()
    {
        Reads(Language.Fr);

        var mark = Shown(words => Mark.Of(words, Flags.Overdue, 104));

        Assert.Equal("En retard 104\u00A0j", mark.Find(".flag.overdue").TextContent.Trim());
    }

    [Fact]
    public void Every_mark_has_its_shape_in_the_sprite()
    {
        Reads(Language.Fr);

        var shapes = Render<Sprite>().FindAll("symbol").Select(symbol => symbol.Id).ToHashSet();

        string[] codes =
        [
            .. Codes.All<ImplementationStatus>(),
            .. Codes.All<Acceptance>(),
            .. Codes.All<Flags>().Skip(1),
        ];
        Assert.Equal(15, codes.Length);
        Assert.All(codes, code => Assert.Contains($"i-{code}", shapes));
    }

    /// <summary>They go into markup as they are.</summary>
    [Theory, InlineData(Language.Fr), InlineData(Language.En)]
    public void No_word_of_a_mark_would_be_read_as_markup(Language language)
    {
        string[] words =
        [
            .. Enum.GetValues<ImplementationStatus>().Select(v => Words.WordFor(v, language)),
            .. Enum.GetValues<Acceptance>().Select(v => Words.WordFor(v, language)),
            .. Enum.GetValues<Flags>().Skip(1).Select(v => Words.WordFor(v, language)),
            Words.WordFor("days.short", language),
        ];

        Assert.All(words, word => Assert.Equal(-1, word.AsSpan().IndexOfAny("<>&\"")));
    }

    private IRenderedComponent<IComponent> Shown(Func<Words, MarkupString> mark) =>
        Render(builder => builder.AddContent(0, mark(Services.GetRequiredService<Words>())));

    private static TheoryData<T, Language> Each<T>()
        where T : struct, Enum
    {
        var cases = new TheoryData<T, Language>();
        foreach (var value in Enum.GetValues<T>())
        {
            cases.Add(value, Language.Fr);
            cases.Add(value, Language.En);
        }
        return cases;
    }
}
