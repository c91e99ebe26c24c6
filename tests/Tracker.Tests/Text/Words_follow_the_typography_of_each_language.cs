using Microsoft.Extensions.Time.Testing;
using Tracker.Core;
using Tracker.Core.Words;
using Tracker.Web.Text;
using Xunit;

namespace Tracker.Tests.Text;

public sealed class Words_follow_the_typography_of_each_language
{
    private static readonly DateTime Instant = new(2021, 10, 1, 14, 5, 0, DateTimeKind.Utc);

    [Fact]
    public void Dates_and_times()
    {
        Assert.Equal("1ᵉʳ\u00A0octobre\u00A02021", Fr.DayInWords(new DateOnly(2021, 10, 1)));
        Assert.Equal("12\u00A0octobre\u00A02021", Fr.DayInWords(new DateOnly(2021, 10, 12)));
        Assert.Equal("1\u00A0October\u00A02021", En.DayInWords(new DateOnly(2021, 10, 1)));
        Assert.Equal("31/12/2021", Fr.Day(new DateOnly(2021, 12, 31)));
        Assert.Equal("14\u00A0h\u00A005", Fr.Time(Instant));
        Assert.Equal("14:05", En.Time(Instant));
        Assert.Equal("1\u00A0October\u00A02021, 14:05", En.Moment(Instant));
    }

    [Fact]
    public void Instants_are_told_on_the_programmes_clock()
    {
        var clock = new ProgrammeClock(
            new FakeTimeProvider(),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")
        );
        var words = new Words(new ReaderLanguage(Language.Fr), clock);

        Assert.Equal("16\u00A0h\u00A005", words.Time(Instant));
    }

    [Fact]
    public void Numbers()
    {
        Assert.Equal("1\u202F234", Fr.Number(1234));
        Assert.Equal("-1,234", En.Number(-1234));
        Assert.Equal("45\u202F%", Fr.Percent(45));
        Assert.Equal("45%", En.Percent(45));
    }

    [Fact]
    public void Sentences_name_the_detail_they_are_given()
    {
        var late = new FieldFault("due", Fault.BeforeWorkshop, "2020-12-16");

        Assert.Equal("Choisissez une date à partir de l’atelier (16/12/2020).", Fr.Of(late));
        Assert.Equal("This text is too long.", En.Of(new FieldFault("title", Fault.TooLong)));
        Assert.Equal(
            "Ce texte est trop long\u00A0: 4\u202F000\u00A0caractères au plus.",
            Fr.Of(new FieldFault("title", Fault.TooLong, "4000"))
        );
    }

    private static Words Fr => new(new ReaderLanguage(Language.Fr), Bamako);

    private static Words En => new(new ReaderLanguage(Language.En), Bamako);

    private static ProgrammeClock Bamako { get; } =
        new(new FakeTimeProvider(), TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako"));
}
