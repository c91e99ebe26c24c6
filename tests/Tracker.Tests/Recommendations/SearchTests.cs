using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class SearchTests
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Search_is_blind_to_accents_capitals_and_typographic_marks(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await EnterFishingAsync(tracker);
        Assert.Contains("07", await tracker.FoundAsync("cedeao"), StringComparison.Ordinal);
        Assert.Contains("03", await tracker.FoundAsync("INTEGRER"), StringComparison.Ordinal);
        foreach (
            var search in new[]
            {
                "peche",
                "PÊCHE",
                "pe\u0302che",
                "pêche côtière",
                "cotiere peche",
            }
        )
        {
            Assert.Equal("17", await tracker.FoundAsync(search));
        }
        foreach (
            var search in new[] { "œuvre pêche", "oeuvre peche", "ŒUVRE la pêche", "d’œuvre pêche" }
        )
        {
            Assert.Equal("17", await tracker.FoundAsync(search));
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Every_word_must_match_and_a_word_matches_from_its_beginning(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await EnterFishingAsync(tracker);
        Assert.Equal("17", await tracker.FoundAsync("pech"));
        Assert.Equal("", await tracker.FoundAsync("eche"));
        Assert.Equal("17", await tracker.FoundAsync("pech coti"));
        Assert.Equal("", await tracker.FoundAsync("pêche aérienne"));
        var diaspora = await tracker.FoundAsync("diaspora");
        var both = await tracker.FoundAsync("diaspora données");
        Assert.Contains("09", both, StringComparison.Ordinal);
        Assert.True(both.Length < diaspora.Length);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_code_is_found_whole_or_by_its_beginning(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        Assert.Equal("05", await tracker.FoundAsync("kay-2020-05"));
        Assert.Equal("05", await tracker.FoundAsync("KAY 2020-05"));
        Assert.Equal("10 11 12 13 14 15 16", await tracker.FoundAsync("KAY-2020-1"));
        Assert.Equal("05", await tracker.FoundAsync("SDG-8.b"));
        Assert.Equal(
            await tracker.NumbersAsync("framework=SDG-10.7"),
            await tracker.FoundAsync("sdg-10.7")
        );
        Assert.Equal("", await tracker.FoundAsync("kay-05"));
    }

    /// <summary>Story 11: found by the name of 2020 and by that of June 2021.</summary>
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_lead_is_found_by_its_old_and_its_new_name(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        const string Led = "01 03 11 12";
        Assert.Equal(Led, await tracker.NumbersAsync("lead=MMEIA"));
        Assert.Equal(Led, await tracker.FoundAsync("ministère établis à l’extérieur"));
        Assert.Equal(Led, await tracker.FoundAsync("Malians Established Abroad"));
        Assert.Equal(Led, await tracker.FoundAsync("Ministère des Maliens de l'extérieur"));
        Assert.Equal(Led, await tracker.FoundAsync("établis"));
    }

    [Theory]
    [InlineData("' OR 'a'='a' --")]
    [InlineData("diaspora\" OR \"kayes")]
    [InlineData("NOT AND OR NEAR")]
    [InlineData("NEAR(diaspora, 2)")]
    [InlineData("Folded:diaspora")]
    [InlineData("diaspora*")]
    [InlineData("^diaspora")]
    [InlineData("-diaspora")]
    [InlineData("(diaspora")]
    [InlineData("% _ [a-z]")]
    [InlineData("{diaspora}: +")]
    [InlineData("; DROP TABLE Recommendations;")]
    public async Task Operators_and_quotes_are_harmless(string search)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await tracker.ListAsync("q=" + Uri.EscapeDataString(search));
        var words = Folding.Fold(search);
        var plain = await tracker.ListAsync("q=" + Uri.EscapeDataString(words));
        Assert.Equal(plain.Rows.Select(r => r.Code), page.Rows.Select(r => r.Code));
        Assert.Equal(16, (await tracker.ListAsync("")).Total);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("!?")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    public async Task What_stands_in_no_text_finds_nothing(string search)
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Equal(0, (await tracker.ListAsync("q=" + Uri.EscapeDataString(search))).Total);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task After_a_correction_the_new_words_are_found_and_the_old_ones_not(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await EnterFishingAsync(tracker);
        var entry = Entries.Recommendation(titleFr: "Élevage pastoral") with
        {
            FrameworkEntries = ["GCM-20"],
        };
        Ends.Done(await tracker.CorrectAsync(coordinator, "KAY-2020-17", entry));
        Assert.Equal("17", await tracker.FoundAsync("elevage"));
        Assert.Equal("", await tracker.FoundAsync("pêche"));
        Assert.Contains("17", await tracker.FoundAsync("GCM-20"), StringComparison.Ordinal);
        Assert.DoesNotContain("17", await tracker.FoundAsync("GCM-16"), StringComparison.Ordinal);
        // A link that began today is taken away today.
        var again = entry with
        {
            FrameworkEntries = ["GCM-16"],
        };
        Ends.Done(await tracker.CorrectAsync(coordinator, "KAY-2020-17", again));
        Assert.Contains("17", await tracker.FoundAsync("GCM-16"), StringComparison.Ordinal);
        Assert.DoesNotContain("17", await tracker.FoundAsync("GCM-20"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task After_a_change_of_lead_the_new_one_is_found_and_the_old_one_not(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.AssignAsync(coordinator, "KAY-2020-01", "ANPE"));
        Assert.Equal("03 11 12", await tracker.FoundAsync("établis"));
        Assert.Equal("01 16", await tracker.NumbersAsync("q=anpe&lead=ANPE"));
        Ends.Done(await tracker.AssignAsync(coordinator, "KAY-2020-01", null));
        Assert.Equal("16", await tracker.NumbersAsync("q=anpe&theme=PRV"));
    }

    [Fact]
    public async Task A_renamed_organisation_is_found_by_its_name_at_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Equal("", await tracker.FoundAsync("rebaptisée"));
        await RenameAsync(tracker, "Agence rebaptisée");
        Assert.Equal("16", await tracker.FoundAsync("rebaptisée"));
    }

    [Fact]
    public async Task The_list_says_the_name_of_a_renamed_organisation_at_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.NotEqual("Agence rebaptisée", await LeadAsync(tracker));

        await RenameAsync(tracker, "Agence rebaptisée");

        Assert.Equal("Agence rebaptisée", await LeadAsync(tracker));
    }

    private static async Task<string?> LeadAsync(TestTracker tracker) =>
        Assert.Single((await tracker.ListAsync("q=KAY-2020-16")).Rows).Lead!.Name.Fr;

    private static async Task RenameAsync(TestTracker tracker, string nameFr)
    {
        var renamed = await tracker
            .Of<Store>()
            .WriteAsync(
                Actor.Worker,
                Deed.LoadDomainPack,
                async (write, token) =>
                {
                    var name = await write.Context.OrganisationNames.SingleAsync(
                        n => n.OrganisationCode == "ANPE",
                        token
                    );
                    name.NameFr = nameFr;
                    return new Outcome.Done("");
                },
                TestContext.Current.CancellationToken
            );
        Ends.Done(renamed);
    }

    private static async Task<Actor> EnterFishingAsync(TestTracker tracker)
    {
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation(titleFr: "Soutenir la main-d’œuvre de la pêche côtière");
        Ends.Done(await tracker.EnterAsync(coordinator, entry));
        Ends.Done(await tracker.PublishAsync(coordinator, entry.Code));
        return coordinator;
    }
}
