using System.Net;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class A_late_post_keeps_what_was_typed(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Also_where_the_move_is_offered_no_more()
    {
        const string Address = "/recommendations/KAY-2020-10/status?to=in_progress";
        using var coordinator = await host.SignedInAsync("coordinator");
        using var lead = await host.SignedInAsync("mef");
        var late = Visitor.Filled(
            await lead.PageAsync(Address),
            ("Input.UpdateText", "Phrase tapée en retard.")
        );
        using var earlier = await coordinator.SubmitAsync(
            Address,
            ("Input.UpdateText", "Première phrase.")
        );
        Assert.Equal(HttpStatusCode.Found, earlier.StatusCode);

        using var answer = await lead.PostAsync(Address, late);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains(
            "Phrase tapée en retard.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector("textarea[name='Input.UpdateText']"));
    }
}
