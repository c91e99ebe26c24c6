using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Words;
using Tracker.Tests.Shared;
using Tracker.Web.Layout;
using Xunit;

namespace Tracker.Tests.Layout;

public sealed class The_frame_shows_who_reads : ComponentTest
{
    [Fact]
    public void A_stranger_reads_without_navigation_and_may_sign_in()
    {
        var frame = Framed(null);

        Assert.Empty(frame.FindAll("nav.side"));
        Assert.StartsWith(
            "/account/login?returnUrl=",
            frame.Find(".account a").GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Equal("main", frame.Find("main").Id);
    }

    [Theory]
    [InlineData("iom_coordinator", true)]
    [InlineData("admin", true)]
    [InlineData("focal_point", false)]
    [InlineData("donor_viewer", false)]
    public void Only_those_who_coordinate_see_what_they_may_make(string role, bool offered)
    {
        var frame = Framed(role);

        Assert.Equal(offered, frame.FindAll("nav.side a[href='/workshops/new']").Count == 1);
        Assert.Equal("post", frame.Find(".account form").GetAttribute("method"));
        Assert.Equal("/account/logout", frame.Find(".account form").GetAttribute("action"));
    }

    /// <summary>A circuit does not send them with each page: page.js makes them when they are about to be used.</summary>
    [Theory]
    [InlineData(true, "/")]
    [InlineData(false, "/my")]
    public void Links_that_keep_the_address_are_drawn_once_in_a_circuit(bool isLive, string shown)
    {
        var frame = Framed("iom_coordinator", isLive);

        Services.GetRequiredService<NavigationManager>().NavigateTo("/my");
        frame.Render();

        Assert.Equal($"{shown}#main", frame.Find("a.skip").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/", "navigation.dashboard")]
    [InlineData("/recommendations/KAY-2020-05", "navigation.recommendations")]
    [InlineData("/recommendations/new", "navigation.new_recommendation")]
    [InlineData("/recommendations/KAY-2020-05/edit", "navigation.recommendations")]
    [InlineData("/workshops/KAY-2020", "navigation.workshops")]
    [InlineData("/workshops/new", "navigation.new_workshop")]
    [InlineData("/account/login", null)]
    public void The_line_of_the_page_is_marked(string path, string? key) =>
        Assert.Equal(key, NavigationItem.Current(path)?.Key);

    private IRenderedComponent<Frame> Framed(string? role, bool isLive = false)
    {
        Reads(Language.Fr);
        Services.AddScoped<AntiforgeryStateProvider, NoTokens>();
        SetRendererInfo(new RendererInfo(isLive ? "Server" : "Static", isLive));
        var identity = role is null
            ? new ClaimsIdentity()
            : new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, "Coordination"), new Claim(ClaimTypes.Role, role)],
                "test"
            );
        var state = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
        return Render<Frame>(p => p.AddCascadingValue(state).AddChildContent("<h1>x</h1>"));
    }

    private sealed class NoTokens : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
