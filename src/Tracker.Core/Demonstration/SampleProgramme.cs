using System.Globalization;
using Tracker.Core.Recommendations;
using Tracker.Core.Seed;
using Tracker.Core.Words;
using Tracker.Core.Workshops;

namespace Tracker.Core.Demonstration;

/// <summary>
/// A programme of invented workshops over many years: themes, places and frameworks are those of the domain pack;
/// workshops, organisations and all that is said of them are samples, and say so. Each workshop has dice of its own, so
/// that it is the same for the same seed and day, whatever the number asked for.
/// </summary>
public sealed class SampleProgramme(DomainPack pack, SampleWords words, int seed)
{
    /// <summary>No real code begins like this.</summary>
    public const string CodePrefix = "EX";

    /// <summary>How a sample workshop names its source.</summary>
    public const string SourcePrefix = "demo-data --seed ";

    private const int Years = 16;
    private const int UsualSize = 20;

    private readonly IReadOnlyList<string> _leads =
    [
        .. words.Organisations.Where(o => o.CanLead).Select(o => o.Code),
    ];
    private readonly IReadOnlyList<string> _donors =
    [
        .. words.Organisations.Where(o => o.Kind == "donor").Select(o => o.Code),
    ];
    private readonly IReadOnlyList<string> _entries =
    [
        .. pack.Frameworks.SelectMany(f => f.Entries).Select(e => e.Code),
    ];

    public int Seed => seed;

    public string Source => SourcePrefix + seed.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<SampleOrganisation> Organisations => words.Organisations;

    /// <summary>Workshops until this many recommendations are told; made as they are asked for.</summary>
    public IEnumerable<SampleWorkshop> Workshops(int recommendations, DateOnly today)
    {
        var left = recommendations;
        for (var number = 1; left > 0; number++)
        {
            var workshop = Workshop(number, left, today);
            left -= workshop.Recommendations.Count;
            yield return workshop;
        }
    }

    private SampleWorkshop Workshop(int number, int most, DateOnly today)
    {
        var dice = Dice.For(seed, number);
        var ended = today.AddDays(-dice.Between(10, Years * 365));
        var code = string.Create(
            CultureInfo.InvariantCulture,
            $"{CodePrefix}{number:0000}-{ended.Year}"
        );
        var type = (EventType)dice.Below(4);
        var topic = words.Topics[dice.Of(pack.Themes).Code];
        var places = PlacesOn(ended);
        var count = Math.Min(most, UsualSize - 4 + dice.Below(9));
        return new SampleWorkshop(
            number,
            code,
            type,
            Fill(words.Events[Codes.Of(type)], topic),
            topic,
            ended.AddDays(-dice.Below(4)),
            ended,
            dice.Of(places).Code,
            dice.Some(_leads, dice.Between(1, 2)),
            dice.Falls(0.92) ? dice.Some(_donors, dice.Between(1, 2)) : [],
            Source,
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(n =>
                        Recommendation(
                            dice,
                            RecommendationCode.Compose(code, n),
                            ended,
                            places,
                            today
                        )
                    ),
            ]
        );
    }

    private SampleRecommendation Recommendation(
        Dice dice,
        string code,
        DateOnly ended,
        IReadOnlyList<PackPlace> places,
        DateOnly today
    )
    {
        var theme = dice.EarlyOf(pack.Themes).Code;
        var place = dice.Of(places);
        var title = Title(dice, theme, place, ended);
        var published = ended.AddDays(dice.Between(3, 40));
        var isDraft = published > today || dice.Falls(0.025);
        var lead = dice.Falls(0.92) ? dice.EarlyOf(_leads) : null;
        var beginning = new SampleState(
            lead is null ? LeadStanding.None : LeadStanding.Proposed,
            Acceptance.UnderConsideration,
            ImplementationStatus.NotStarted,
            null,
            null,
            null,
            null
        );
        return new SampleRecommendation
        {
            Code = code,
            Kind = dice.Falls(0.7) ? RecommendationKind.Explicit : RecommendationKind.Derived,
            Title = title,
            Text = Join(Join(title, ".", dice.Of(words.Aims)), "", dice.Of(words.Means)),
            ThemeCode = theme,
            LeadCode = lead,
            Supporting =
            [
                .. dice.Some(words.Organisations, dice.Below(4))
                    .Select(o => o.Code)
                    .Where(c => c != lead),
            ],
            Places = dice.Falls(0.25)
                ? [.. new[] { place.Code, dice.Of(places).Code }.Distinct()]
                : [place.Code],
            FrameworkEntries = dice.Some(_entries, dice.Between(1, 3)),
            PublishedOn = isDraft ? null : published,
            Beginning = beginning,
            Acts =
                isDraft || lead is null || dice.Falls(0.22)
                    ? []
                    : new SampleStory(words, dice, today).Tell(beginning, published),
        };
    }

    private Bilingual Title(Dice dice, string theme, PackPlace place, DateOnly ended)
    {
        var title = Join(dice.Of(words.Openings), "", dice.Of(words.Objects[theme]));
        title = Join(title, "", dice.Of(words.Groups));
        title = Join(title, "", Fill(words.Places[place.Level], place.Name));
        return dice.Falls(0.4)
            ? Join(title, "", Fill(words.Term, Year(ended.Year + dice.Between(1, 4))))
            : title;
    }

    /// <summary>The places that existed then and that the words can speak of.</summary>
    private IReadOnlyList<PackPlace> PlacesOn(DateOnly day) =>
        [
            .. pack.Places.Where(p =>
                words.Places.ContainsKey(p.Level) && !(p.ValidFrom > day) && !(p.ValidTo < day)
            ),
        ];

    private static Bilingual Year(int year)
    {
        var text = year.ToString(CultureInfo.InvariantCulture);
        return new Bilingual(text, text);
    }

    private static Bilingual Fill(Bilingual pattern, Bilingual value) =>
        new(
            pattern.Fr?.Replace("{0}", value.Fr, StringComparison.Ordinal),
            pattern.En?.Replace("{0}", value.En, StringComparison.Ordinal)
        );

    private static Bilingual Join(Bilingual first, string between, Bilingual next) =>
        new(Join(first.Fr, between, next.Fr), Join(first.En, between, next.En));

    private static string? Join(string? first, string between, string? next) =>
        string.IsNullOrEmpty(next) ? first : $"{first}{between} {next}";
}
