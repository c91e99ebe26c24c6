using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Words;
using Tracker.Tests.Shared;
using Tracker.Web.Layout;
using Xunit;

namespace Tracker.Tests.Layout;

public sealed class The_language_switch_keeps_the_address : ComponentTest
{
    [Theory]
    [InlineData("/recommendations", "/recommendations?lang=en")]
    [InlineData(
        "/recommendations?status=a&status=b%20c&q=%C3%A9t%C3%A9&lang=fr&page=2",
        "/recommendations?status=a&status=b%20c&q=%C3%A9t%C3%A9&page=2&lang=en"
    )]
    [InlineData("/?LANG=xx&overdue", "/?overdue=&lang=en")]
    [InlineData("/recommendations?q=a#n2", "/recommendations?q=a&lang=en")]
    public void Only_lang_changes(string here, string expected)
    {
        Reads(Language.Fr);
        Go(here);

        var link = Render<LanguageSwitch>(p => p.Add(s => s.Here, Here)).Find("a[lang=en]");

        Assert.Equal(expected, link.GetAttribute("href"));
        Assert.Equal("_top", link.GetAttribute("target"));
    }

    [Fact]
    public void It_follows_a_move_inside_the_circuit()
    {
        Reads(Language.Fr);
        Go("/recommendations");
        var languages = Render<LanguageSwitch>(p => p.Add(s => s.Here, Here));

        Go("/recommendations?theme=DAT");
        languages.Render(p => p.Add(s => s.Here, Here));

        Assert.Equal(
            "/recommendations?theme=DAT&lang=en",
            languages.Find("a[lang=en]").GetAttribute("href")
        );
        Assert.Equal("true", languages.Find("a[lang=fr]").GetAttribute("aria-current"));
    }

    private string Here => Services.GetRequiredService<NavigationManager>().Here();

    private void Go(string address) =>
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
}
