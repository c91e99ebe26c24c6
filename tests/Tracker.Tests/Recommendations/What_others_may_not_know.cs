using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.History;
using Tracker.Data.Recommendations;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class What_others_may_not_know
{
    private const string Code = "KAY-2020-17";
    private const string Secret = "Mot du brouillon que personne ne doit lire";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_words_of_a_draft_stay_out_of_the_history_that_others_read()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation(Code);
        var secret = entry with { Text = new Bilingual(Secret, null) };
        Ends.Done(await tracker.EnterAsync(coordinator, secret));
        var commands = tracker.Of<RecommendationCommands>();
        var version = await tracker.VersionAsync(Code);
        Ends.Done(await commands.CorrectAsync(coordinator, Code, version, entry, Cancellation));
        version = await tracker.VersionAsync(Code);
        Ends.Done(await commands.PublishAsync(coordinator, Code, version, Cancellation));

        Assert.Contains(Secret, await HistoryAsync(tracker, coordinator), StringComparison.Ordinal);
        foreach (var other in new[] { (Role.FocalPoint, "DGME"), (Role.Analyst, "INSTAT") })
        {
            var read = await HistoryAsync(
                tracker,
                await tracker.PersonAsync(other.Item1, other.Item2)
            );
            Assert.Contains("published", read, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, read, StringComparison.Ordinal);
        }
        Assert.Empty(
            await HistoryAsync(tracker, await tracker.PersonAsync(Role.DonorViewer, "FFU"))
        );
    }

    [Fact]
    public async Task A_hidden_workshop_looks_like_one_that_does_not_exist()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        var hidden = new WorkshopEntry
        {
            Code = "GAO-2020",
            Name = new Bilingual("Rencontre de Gao", null),
            Type = EventType.Meeting,
            StartsOn = new DateOnly(2020, 5, 5),
            EndsOn = new DateOnly(2020, 5, 6),
        };
        Ends.Done(
            await tracker.Of<WorkshopCommands>().CreateAsync(coordinator, hidden, Cancellation)
        );
        var donor = await tracker.PersonAsync(Role.DonorViewer, "FFU");

        Assert.Empty((await tracker.ListAsync(coordinator, "workshop=GAO-2020")).Problems);
        Assert.Single((await tracker.ListAsync(donor, "workshop=GAO-2020")).Problems);
        Assert.Single((await tracker.ListAsync(donor, "workshop=XXX-2020")).Problems);
    }

    [Fact]
    public async Task Asking_for_drafts_is_answered_in_words_where_they_are_not_for_the_reader()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await tracker.ListAsync(
            await tracker.FocalPointAsync("DGME"),
            "publication=draft"
        );

        Assert.False(page.Filter.Drafts);
        Assert.Equal("publication", Assert.Single(page.Problems).Parameter);
    }

    private static async Task<string> HistoryAsync(TestTracker tracker, Actor reader)
    {
        var acts = await tracker
            .Of<HistoryQueries>()
            .OfRecommendationAsync(reader, Code, Cancellation);
        return string.Join(
            '\n',
            acts.SelectMany(a => a.Changes).Select(c => $"{c.Before} {c.After}")
        );
    }
}
