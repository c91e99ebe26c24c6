using AngleSharp.Dom;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Data.Verification;
using Tracker.Tests.Given;

namespace Tracker.Tests.Verification;

public sealed class The_queue_is_short_and_counts_all(WebHost host) : IClassFixture<WebHost>
{
    private const int Declared = 40;

    [Fact]
    public async Task What_one_may_verify_comes_first_the_oldest_before_the_others()
    {
        await using var tracker = await Samples.ReadyAsync();
        Ends.Done(await tracker.AddSamplesAsync(200));
        var coordinator = await tracker.CoordinatorAsync();
        var admin = await tracker.PersonAsync(Role.Admin, "PRIM");
        var own = coordinator.Organisations[0];
        var at = 0;
        await tracker.StateAsync(r =>
        {
            r.Publication = Publication.Published;
            r.Acceptance = Acceptance.Accepted;
            r.Status =
                at < Declared ? ImplementationStatus.Implemented : ImplementationStatus.NotStarted;
            r.StatusSince = TestTracker.FirstDay.AddDays(at);
            r.LeadCode = at % 3 == 0 ? own : "MEFP";
            at++;
        });

        var queue = await QueueAsync(coordinator);
        var others = await QueueAsync(admin);

        Assert.Equal(VerificationQueue.Most, queue.Waiting.Count);
        Assert.All(queue.Waiting, w => Assert.Null(w.Refusal));
        Assert.Equal(queue.Waiting.OrderBy(w => w.DeclaredOn), queue.Waiting);
        Assert.Equal(
            Enumerable.Repeat(true, 14).Concat(Enumerable.Repeat(false, 6)),
            others.Waiting.Select(w => w.Refusal is null)
        );
        Assert.All([queue, others], q => Assert.Equal(Declared, q.WaitingCount));

        Task<VerificationQueue> QueueAsync(Actor actor) =>
            tracker
                .Of<VerificationQueries>()
                .QueueAsync(actor, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_page_counts_them_all_and_leads_to_the_others()
    {
        host.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 9, 30, 0, default));
        await host.AddSamplesAsync(600);
        using var visitor = await host.SignedInAsync("coordinator");

        var page = await visitor.PageAsync("/verification");

        Assert.Equal(
            VerificationQueue.Most * 2,
            page.QuerySelectorAll("main li[data-code]").Length
        );
        var more = page.QuerySelectorAll("main .ln > li:not([data-code]) a").ToList();
        Assert.Equal(2, more.Count);
        foreach (var (figure, link) in new[] { "waiting", "claims_without_evidence" }.Zip(more))
        {
            var all = Number(page, figure);
            Assert.Equal($"{all - VerificationQueue.Most} autres dans la liste", link.TextContent);
            var list = await visitor.PageAsync(link.GetAttribute("href")!);
            Assert.Equal((figure, all), (figure, Number(list, "rows")));
        }
        // Chosen far down the queue, it is in sight on a phone.
        var chosen = page.QuerySelectorAll("main nav li[data-code] a")[^1];
        Assert.EndsWith("#declaration", chosen.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("article#declaration form"));
    }

    private static int Number(IParentNode place, string figure) =>
        int.Parse(
            place.QuerySelector($"[data-figure={figure}]")!.GetAttribute("data-value")!,
            System.Globalization.CultureInfo.InvariantCulture
        );
}
