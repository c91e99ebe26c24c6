using System.Net;
using AngleSharp.Html.Parser;
using Tracker.Tests.Given;

namespace Tracker.Tests.Layout;

public sealed class An_error_page_keeps_the_address(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/no/such/page?x=1", HttpStatusCode.NotFound)]
    [InlineData("/workshops/NONE?lang=en", HttpStatusCode.NotFound)]
    public async Task The_way_to_the_content_stays_on_the_page(
        string address,
        HttpStatusCode status
    )
    {
        using var visitor = await host.SignedInAsync("dgia");
        using var answer = await visitor.GetAsync(address);
        var page = new HtmlParser().ParseDocument(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal($"{address}#main", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.Equal($"{address}#nav", page.QuerySelector("a.menu")!.GetAttribute("href"));
    }
}
