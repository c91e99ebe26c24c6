using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class ListTests
{
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_fresh_pack_shows_sixteen_recommendations_in_the_order_of_their_codes(
        Database database
    )
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var page = await tracker.ListAsync("");
        Assert.Equal(16, page.Total);
        Assert.Equal(1, page.Pages);
        Assert.Equal(
            page.Rows.Select(r => r.Code).Order(StringComparer.Ordinal),
            page.Rows.Select(r => r.Code)
        );
        Assert.Equal("KAY-2020-01", page.Rows[0].Code);
    }

    /// <summary>Every parameter of the address, each with what the pack answers.</summary>
    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Every_filter_keeps_what_it_names(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        foreach (var (query, expected) in OnTheFreshPack)
        {
            var found = await tracker.NumbersAsync(query);
            Assert.Equal($"{query}: {expected}", $"{query}: {found}");
        }
    }

    private static readonly (string Query, string Expected)[] OnTheFreshPack =
    [
        ("kind=explicit", "01 02 03 04 05 06 07 08 09 10 11"),
        ("kind=derived", "12 13 14 15 16"),
        ("theme=DAT", "09 12 13"),
        ("theme=dat&theme=PRO", "02 09 12 13"),
        ("lead=MMEIA", "01 03 11 12"),
        ("lead=MMEIA&lead=CTC", "01 03 08 11 12 15"),
        ("lead=MMEIA&theme=DAT", "12"),
        ("lead=none", ""),
        ("supporting=MEF", "03 15"),
        ("supporting=APEJ", "05 14"),
        ("lead=DGIA&supporting=CONSUL", "07"),
        ("workshop=KAY-2020&theme=PRO", "02"),
        ("funder=FFU&theme=PRO", "02"),
        ("funder=IDF", ""),
        ("status=not_started&theme=PRO", "02"),
        ("status=in_progress", ""),
        ("acceptance=under_consideration&theme=PRO", "02"),
        ("acceptance=accepted", ""),
        ("lead_standing=proposed&theme=PRO", "02"),
        // Kayes region holds its cercles; the country holds all but what lies outside it.
        ("place=ML-1", "08 14 16"),
        ("place=ML-1-KAY", ""),
        ("place=ML", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16"),
        ("place=SC-ECOWAS&place=SC-AU", "06 07"),
        ("framework=SDG-10.7", "01 02 03 04 06 07 08 12 13 16"),
        ("framework=SDG-8.b", "05"),
        ("framework=sdg-8.B", "05"),
        ("framework=SDG-8.8&framework=SDG-8.6", "05 16"),
        ("framework=MGI-4", "05 08 09 10 14 15 16"),
        ("framework=GCM-23&theme=INT", "06 07"),
        ("framework=PONAM", "04"),
        ("framework=GCM", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16"),
        ("publication=draft", ""),
        ("overdue=1", ""),
    ];

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task A_framework_and_a_place_include_what_lies_below(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        var entry = Entries.Recommendation() with
        {
            Places = ["ML-1-YEL"],
            FrameworkEntries = ["MGI-4.5", "GCMP-02"],
        };
        Ends.Done(await tracker.EnterAsync(coordinator, entry));
        Ends.Done(await tracker.PublishAsync(coordinator, entry.Code));
        Assert.Equal("08 14 16 17", await tracker.NumbersAsync("place=ML-1"));
        Assert.Equal("17", await tracker.NumbersAsync("place=ML-1-YEL"));
        Assert.Equal("17", await tracker.NumbersAsync("framework=MGI-4&theme=GOV"));
        Assert.Equal("03 04 17", await tracker.NumbersAsync("framework=GCM&theme=GOV"));
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task Dates_are_compared_without_the_day_named(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        await tracker.StateAsync(r => r.DueDate = new(2021, 6, 30), "KAY-2020-01");
        await tracker.StateAsync(r => r.DueDate = new(2021, 7, 1), "KAY-2020-02");
        Assert.Equal("01", await tracker.NumbersAsync("due_before=2021-07-01"));
        Assert.Equal("02", await tracker.NumbersAsync("due_after=2021-06-30"));
        Assert.Equal("", await tracker.NumbersAsync("due_after=2021-06-30&due_before=2021-07-01"));
        var lead = await tracker.FocalPointAsync("MEFP");
        tracker.ItIsNow(new DateOnly(2021, 1, 9));
        Ends.Done(await tracker.DueAsync(lead, "KAY-2020-05", new(2021, 6, 30)));
        Assert.Equal("05", await tracker.NumbersAsync("changed_after=2021-01-08"));
        Assert.Equal("", await tracker.NumbersAsync("changed_after=2021-01-09"));
    }

    [Fact]
    public async Task Leads_answer_to_none_and_to_a_code_at_once()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var coordinator = await tracker.CoordinatorAsync();
        Ends.Done(await tracker.AssignAsync(coordinator, "KAY-2020-05", null));
        Assert.Equal("05", await tracker.NumbersAsync("lead=none"));
        Assert.Equal("05 10", await tracker.NumbersAsync("lead=None&lead=MEF"));
        Assert.DoesNotContain(
            "05",
            await tracker.NumbersAsync("lead_standing=proposed"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("theme=XXX", "theme")]
    [InlineData("lead=XXX", "lead")]
    [InlineData("supporting=NONE", "supporting")]
    [InlineData("workshop=XXX-2020", "workshop")]
    [InlineData("funder=XXX", "funder")]
    [InlineData("place=XX", "place")]
    [InlineData("framework=SDG-99", "framework")]
    public async Task A_code_that_no_list_holds_is_left_out_and_named(
        string query,
        string parameter
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var page = await tracker.ListAsync(query + "&kind=derived");
        Assert.Equal(5, page.Total);
        var problem = Assert.Single(page.Problems);
        Assert.Equal(
            (FilterProblemKind.UnknownValue, parameter),
            (problem.Kind, problem.Parameter)
        );
        Assert.Equal("kind=derived", FilterAddress.Write(page.Filter));
    }

    [Theory]
    [InlineData("page=2", 1, 16)]
    [InlineData("page=99999999", 1, 16)]
    [InlineData("page=2147483647&size=100", 1, 16)]
    [InlineData("page=7&q=xyzxyz", 1, 0)]
    public async Task A_page_past_the_end_becomes_the_last_one_and_that_is_said(
        string query,
        int page,
        int rows
    )
    {
        await using var tracker = await TestTracker.KayesAsync();
        var read = await tracker.ListAsync(query);
        Assert.Equal((page, rows), (read.Filter.Page, read.Rows.Count));
        Assert.Equal(FilterProblemKind.PageOutOfRange, Assert.Single(read.Problems).Kind);
    }

    [Theory]
    [MemberData(nameof(Databases.Present), MemberType = typeof(Databases))]
    public async Task The_pages_hold_everything_once(Database database)
    {
        await using var tracker = await TestTracker.KayesAsync(database);
        var coordinator = await tracker.CoordinatorAsync();
        foreach (var number in Enumerable.Range(17, 24))
        {
            var entry = Entries.Recommendation($"KAY-2020-{number}", "Un même titre");
            Ends.Done(await tracker.EnterAsync(coordinator, entry));
            Ends.Done(await tracker.PublishAsync(coordinator, entry.Code));
        }
        foreach (var sort in new[] { "code", "title", "status", "due", "lead" })
        {
            var first = await tracker.ListAsync($"sort={sort}&dir=desc");
            var second = await tracker.ListAsync($"sort={sort}&dir=desc&page=2");
            Assert.Equal(
                (40, 2, 25, 15),
                (first.Total, first.Pages, first.Rows.Count, second.Rows.Count)
            );
            Assert.Equal(40, first.Rows.Concat(second.Rows).Select(r => r.Code).Distinct().Count());
        }
        Assert.Equal(40, (await tracker.ListAsync("size=50")).Rows.Count);
    }

    [Fact]
    public async Task Rows_carry_the_deeds_their_reader_may_do()
    {
        await using var tracker = await TestTracker.KayesAsync();
        var lead = await tracker.FocalPointAsync("MEFP");
        var rows = (await tracker.ListAsync(lead, "")).Rows;
        Assert.Equal(
            [Deed.ChangeStatus, Deed.SetDueDate],
            rows.Single(r => r.Code == "KAY-2020-05").Deeds
        );
        Assert.Empty(rows.Single(r => r.Code == "KAY-2020-10").Deeds);
        var analyst = await tracker.PersonAsync(Role.Analyst, "INSTAT");
        Assert.All((await tracker.ListAsync(analyst, "")).Rows, r => Assert.Empty(r.Deeds));
    }
}
