using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class SortingTests
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task An_accent_does_not_move_a_title(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await TitleAsync(
            tracker,
            "Émigration sûre",
            "École pour tous",
            "Encadrer",
            "Zone",
            "œuvrer"
        );
        var sorted = await FirstFiveAsync(tracker, "sort=title");
        Assert.Equal(["École pour tous", "Émigration sûre", "Encadrer", "œuvrer", "Zone"], sorted);
        var reversed = await FirstFiveAsync(tracker, "sort=title&dir=desc");
        Assert.Equal(sorted.Reverse(), reversed);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_hundredth_of_a_workshop_stands_after_the_ninety_ninth(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        foreach (var number in new[] { 100, 99, 1000, 17 })
        {
            var entry = Entries.Recommendation($"KAY-2020-{number}");
            Ends.Done(await tracker.EnterAsync(coordinator, entry));
        }
        var rising = await tracker.ListAsync("publication=draft");
        Assert.Equal(
            ["KAY-2020-17", "KAY-2020-99", "KAY-2020-100", "KAY-2020-1000"],
            rising.Rows.Select(r => r.Code)
        );
        var falling = await tracker.ListAsync("publication=draft&dir=desc");
        Assert.Equal(rising.Rows.Select(r => r.Code).Reverse(), falling.Rows.Select(r => r.Code));
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Titles_are_sorted_in_the_readers_language(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        foreach (var language in Enum.GetValues<Language>())
        {
            var page = await tracker.ListAsync("sort=title", language);
            var shown = page.Rows.Select(r => Folding.Fold(r.Title.In(language).Text)).ToList();
            Assert.Equal(16, shown.Count);
            Assert.Equal(shown.Order(StringComparer.Ordinal), shown);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task What_has_no_value_stands_last_in_either_direction(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        foreach (var (code, number) in new[] { ("KAY-2020-05", 10), ("KAY-2020-03", 20) })
        {
            await tracker.StateAsync(
                r =>
                {
                    r.DueDate = new DateOnly(2021, 6, number);
                    r.LastUpdateOn = new DateOnly(2021, 5, number);
                    r.Percent = number;
                },
                code
            );
        }
        var rest = await tracker.ListAsync("");
        var last = rest.Rows.Select(r => r.Code[^2..]).Where(n => n is not ("03" or "05"));
        foreach (var sort in new[] { "due", "updated", "percent" })
        {
            var rising = await OrderAsync(tracker, $"sort={sort}");
            var falling = await OrderAsync(tracker, $"sort={sort}&dir=desc");
            Assert.Equal(["05", "03", .. last], rising);
            Assert.Equal(["03", "05", .. last], falling);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_lead_sorts_by_its_code_and_nobody_stands_last(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.AssignAsync(coordinator, "KAY-2020-05", null));
        foreach (var direction in new[] { "asc", "desc" })
        {
            var page = await tracker.ListAsync("sort=lead&dir=" + direction);
            var leads = page.Rows.Select(r => r.Lead?.Code).ToList();
            Assert.Null(leads[^1]);
            var named = leads.OfType<string>().ToList();
            var ordered = named.Order(StringComparer.Ordinal);
            Assert.Equal(direction == "asc" ? ordered : ordered.Reverse(), named);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Statuses_answers_and_themes_keep_the_order_of_the_vocabulary(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var random = new Random(5);
        await tracker.StateAsync(r =>
        {
            r.Status = (ImplementationStatus)random.Next(6);
            r.Acceptance = (Acceptance)random.Next(4);
        });
        var byStatus = (await tracker.ListAsync("sort=status")).Rows.Select(r => r.Status).ToList();
        Assert.True(byStatus.Distinct().Count() > 3);
        Assert.Equal(byStatus.Order(), byStatus);
        var byAnswer = (await tracker.ListAsync("sort=acceptance&dir=desc")).Rows;
        Assert.Equal(
            byAnswer.Select(r => r.Acceptance).OrderDescending(),
            byAnswer.Select(r => r.Acceptance)
        );
        var byTheme = (await tracker.ListAsync("sort=theme")).Rows.Select(r => r.ThemeCode);
        Assert.Equal(["GOV", "PRV", "PRO", "EMP", "INT", "DIA", "DAT"], byTheme.Distinct());
    }

    private static async Task TitleAsync(TestTracker tracker, params string[] titles)
    {
        var coordinator = await tracker.CoordinatorAsync();
        for (var i = 0; i < titles.Length; i++)
        {
            var entry = Entries.Recommendation($"KAY-2020-{17 + i}", titles[i]);
            Ends.Done(await tracker.EnterAsync(coordinator, entry));
        }
    }

    private static async Task<IEnumerable<string>> FirstFiveAsync(
        TestTracker tracker,
        string query
    ) =>
        (await tracker.ListAsync(query + "&publication=draft"))
            .Rows.Take(5)
            .Select(r => r.Title.Fr!);

    private static async Task<string[]> OrderAsync(TestTracker tracker, string query) =>
        (await tracker.NumbersAsync(query)).Split(' ');
}
