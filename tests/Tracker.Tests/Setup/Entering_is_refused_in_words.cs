using System.Net;
using Tracker.Tests.Given;

namespace Tracker.Tests.Setup;

public sealed class Entering_is_refused_in_words(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/workshops/new")]
    [InlineData("/recommendations/new")]
    [InlineData("/workshops/KAY-2020/edit")]
    public async Task To_a_focal_point_who_posts_all_the_same(string address)
    {
        using var visitor = await host.SignedInAsync("dgia");
        // The form of the frame carries a token that is good for any form of this reader.
        var frame = await visitor.PageAsync("/workshops");
        var token = frame
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        using var answer = await visitor.PostAsync(
            address,
            ("Input.Code", "XXX-2020"),
            ("__RequestVerificationToken", token)
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotNull((await Visitor.ReadAsync(answer)).QuerySelector("main [role=alert]"));
    }
}
