using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Tracker.Tests.Architecture;
using Xunit;
using TestContext = Xunit.TestContext;

namespace Tracker.Tests.Layout;

/// <summary>MudBlazor's sheet is not served. After an update of MudBlazor this says what its dialog wants besides.</summary>
public sealed partial class The_dialog_is_dressed_by_our_own_sheet : BunitContext
{
    /// <summary>What these say is the dialog's usual place, size and colour already, or meant for scripts.</summary>
    private static readonly string[] NeedNothing =
    [
        "mud-dialog-center",
        "mud-dialog-width-sm",
        "mud-dialog-width-full",
        "mud-overlay-dialog",
        "mud-overlay-dark",
        "mud-skip-overlay-section",
        "mud-skip-overlay-positioning",
    ];

    public The_dialog_is_dressed_by_our_own_sheet()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public async Task In_every_part()
    {
        var sheet = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "src/Tracker.Web/wwwroot/css/working.css"),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(
            (await WrittenAsync()).Except(NeedNothing).Except(Dressed().Matches(sheet).Select(Name))
        );
    }

    [Fact]
    public async Task Which_a_sheet_without_one_of_them_is_not()
    {
        var written = await WrittenAsync();

        Assert.Contains("mud-dialog-container", written);
        Assert.Contains("mud-overlay-scrim", written);
        Assert.Equal(NeedNothing.Order(), NeedNothing.Intersect(written).Order());
    }

    private async Task<HashSet<string>> WrittenAsync()
    {
        var provider = Render<MudDialogProvider>(p =>
            p.Add(d => d.MaxWidth, MaxWidth.Small).Add(d => d.FullWidth, true)
        );
        await provider.InvokeAsync(() =>
            Services.GetRequiredService<IDialogService>().ShowAsync<Shown>("Un titre")
        );
        return
        [
            .. provider
                .FindAll("[class]")
                .SelectMany(e => e.ClassList)
                .Where(c => c.StartsWith("mud-", StringComparison.Ordinal)),
        ];
    }

    private static string Name(Match found) => found.Value[1..];

    [GeneratedRegex("[.]mud-[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dressed();

    /// <summary>A dialog as every deed's: a title and a form.</summary>
    private sealed class Shown : ComponentBase
    {
        protected override void BuildRenderTree(
            Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder
        )
        {
            builder.OpenComponent<MudDialog>(0);
            builder.AddComponentParameter(
                1,
                nameof(MudDialog.TitleContent),
                (RenderFragment)(b => b.AddMarkupContent(0, "<h2>Un titre</h2>"))
            );
            builder.AddComponentParameter(
                2,
                nameof(MudDialog.DialogContent),
                (RenderFragment)(b => b.AddMarkupContent(0, "<p>Un texte</p>"))
            );
            builder.CloseComponent();
        }
    }
}
