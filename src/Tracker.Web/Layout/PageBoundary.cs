using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Tracker.Web.Setup;

namespace Tracker.Web.Layout;

/// <summary>Keeps one page's failure from ending the circuit; moving to another page clears it.</summary>
public sealed class PageBoundary : ErrorBoundaryBase
{
    private string _reference = "";
    private string? _failedAt;

    [Inject]
    private ILogger<PageBoundary> Logger { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (_failedAt is not null && _failedAt != Navigation.Uri)
        {
            _failedAt = null;
            Recover();
        }
    }

    protected override Task OnErrorAsync(Exception exception)
    {
        _failedAt = Navigation.Uri;
        _reference = Failures.NewReference();
        Failures.Note(Logger, _reference, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<FailureNote>(1);
        builder.AddComponentParameter(2, nameof(FailureNote.Reference), _reference);
        builder.CloseComponent();
    }
}
