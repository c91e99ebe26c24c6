using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Tracker.Web.Layout.Samples;

/// <summary>A sheet for those who build the tracker: elsewhere its address leads nowhere.</summary>
public abstract class SamplesPage : ComponentBase
{
    [Inject]
    protected IStringLocalizer<SamplesText> Text { get; set; } = default!;

    [Inject]
    private IHostEnvironment Environment { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (!Environment.IsDevelopment())
        {
            Navigation.NotFound();
        }
    }
}
