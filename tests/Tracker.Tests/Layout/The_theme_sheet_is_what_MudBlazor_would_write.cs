using System.Text.RegularExpressions;
using Bunit;
using MudBlazor;
using MudBlazor.Services;
using Tracker.Tests.Architecture;
using Tracker.Web.Layout;
using Xunit;

namespace Tracker.Tests.Layout;

/// <summary>
/// Our file stands for MudThemeProvider. After a change of the theme or of MudBlazor, take what this test expects.
/// </summary>
public sealed partial class The_theme_sheet_is_what_MudBlazor_would_write : BunitContext
{
    [Fact]
    public void For_light_and_for_dark()
    {
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var light = Variables(dark: false);
        var dark = Variables(dark: true).Except(light, StringComparer.Ordinal);
        string[] expected =
        [
            "/* What MudThemeProvider would write into every page for TrackerTheme; a test holds the two together. */",
            ":root{",
            .. light,
            "}",
            "@media (prefers-color-scheme:dark){:root{",
            .. dark,
            "}}",
        ];

        var file = Path.Combine(Sources.Root, "src/Tracker.Web/Layout/MudTheme.css");

        Assert.True(light.Count > 100);
        Assert.Equal(expected, File.ReadAllLines(file));
    }

    private List<string> Variables(bool dark)
    {
        var provider = Render<MudThemeProvider>(parameters =>
            parameters.Add(p => p.Theme, TrackerTheme.Theme).Add(p => p.IsDarkMode, dark)
        );
        var sheet = provider.Find("style.mud-theme-provider").TextContent;
        return [.. Variable().Matches(sheet).Select(m => $"{m.Groups["text"].Value};")];
    }

    [GeneratedRegex(@"(?<text>--[\w-]+: [^;]*);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
