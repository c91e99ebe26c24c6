using Tracker.Core.Recommendations;
using Tracker.Core.Seed;
using Tracker.Documents.Seed;
using Xunit;

namespace Tracker.Tests.Documents.Seed;

public sealed class DomainPackTests
{
    private static readonly DomainPack Pack = DomainPackReader.Read(withKayes: true);

    [Fact]
    public void The_pack_is_complete()
    {
        Assert.Equal(["KAY-2020"], Pack.Workshops.Select(w => w.Code));
        Assert.Equal(16, Pack.Recommendations.Count);
        Assert.Equal(12, Pack.Themes.Count);
        Assert.Equal(74, Pack.Organisations.Count);
        Assert.Equal(75, Pack.Organisations.Sum(o => o.Names.Count));
        Assert.Equal(25, Pack.Places.Count);
    }

    [Theory]
    [InlineData("GCM", 33)]
    [InlineData("SDG", 39)]
    [InlineData("MGI", 24)]
    [InlineData("PONAM", 15)]
    [InlineData("INS", 18)]
    public void Each_framework_has_all_its_entries(string code, int count)
    {
        var entries = Framework(code).Entries;
        Assert.Equal(count, entries.Count);
        Assert.Equal(Enumerable.Range(1, count), entries.Select(e => e.SortOrder));
    }

    [Fact]
    public void The_global_compact_has_objectives_and_principles()
    {
        var levels = Framework("GCM").Entries.CountBy(e => e.Level).ToDictionary();
        Assert.Equal(23, levels["objective"]);
        Assert.Equal(10, levels["principle"]);
    }

    [Fact]
    public void The_areas_of_governance_lie_under_their_dimensions()
    {
        var entries = Framework("MGI").Entries;
        Assert.Equal(6, entries.Count(e => e is { Level: "dimension", ParentCode: null }));
        Assert.Equal("MGI-2", entries.Single(e => e.Code == "MGI-2.5").ParentCode);
    }

    [Fact]
    public void Eleven_recommendations_are_explicit_and_five_derived()
    {
        var kinds = Pack.Recommendations.CountBy(r => r.Kind).ToDictionary();
        Assert.Equal(11, kinds[RecommendationKind.Explicit]);
        Assert.Equal(5, kinds[RecommendationKind.Derived]);
    }

    [Fact]
    public void The_recommendations_name_fifty_targets_of_the_development_goals() =>
        Assert.Equal(
            50,
            Pack.Recommendations.Sum(r =>
                r.FrameworkEntryCodes.Count(c => c.StartsWith("SDG-", StringComparison.Ordinal))
            )
        );

    [Fact]
    public void Framework_codes_come_from_all_four_columns()
    {
        var codes = Pack.Recommendations.Single(r => r.Code == "KAY-2020-04").FrameworkEntryCodes;
        Assert.Equal(
            "GCM-03;GCM-23;SDG-10.7;SDG-16.6;SDG-16.7;SDG-17.14;MGI-2;PONAM-PA2",
            string.Join(';', codes)
        );
    }

    [Fact]
    public void The_workshop_keeps_its_days_place_and_bodies()
    {
        var workshop = Pack.Workshops.Single();
        Assert.Equal(new DateOnly(2020, 12, 16), workshop.StartsOn);
        Assert.Equal(new DateOnly(2020, 12, 18), workshop.EndsOn);
        Assert.Equal(("Kayes", "ML-1-KAY"), (workshop.Venue, workshop.PlaceCode));
        Assert.Equal(["OIM-ML", "MMEIA"], workshop.OrganiserCodes);
        Assert.Equal(["FFU"], workshop.FunderCodes);
    }

    [Fact]
    public void A_renamed_ministry_has_two_names_with_their_days()
    {
        var names = Pack.Organisations.Single(o => o.Code == "MMEIA").Names;
        Assert.Equal(new DateOnly(2021, 6, 10), names[0].ValidTo);
        Assert.Equal(new DateOnly(2021, 6, 11), names[1].ValidFrom);
        Assert.Equal(
            "Ministère des Maliens établis à l’extérieur et de l’intégration africaine",
            names[1].Name.Fr
        );
    }

    [Fact]
    public void Reference_data_alone_has_no_workshop()
    {
        var reference = DomainPackReader.Read(withKayes: false);
        Assert.Empty(reference.Workshops);
        Assert.Empty(reference.Recommendations);
        Assert.Equal(74, reference.Organisations.Count);
    }

    [Fact]
    public void No_invented_event_ships() =>
        Assert.All(
            DomainPackReader.Table("workshops.csv"),
            record => Assert.Equal("no", record["is_sample"])
        );

    [Theory]
    [InlineData("status_vocabulary.csv", 16)]
    [InlineData("status_transitions.csv", 26)]
    public void The_tables_of_the_status_model_can_be_read(string file, int count) =>
        Assert.Equal(count, DomainPackReader.Table(file).Count);

    private static PackFramework Framework(string code) =>
        Pack.Frameworks.Single(f => f.Code == code);
}
