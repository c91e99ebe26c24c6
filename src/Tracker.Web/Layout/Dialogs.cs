using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Tracker.Web.Layout;

/// <summary>
/// The place of dialogs, which draws itself only while one is open. By itself it does so at every move to another address, to
/// close what may be open, and each time costs the line a message that holds nothing.
/// </summary>
public sealed class Dialogs : MudDialogProvider
{
    private readonly List<IDialogReference> _open = [];

    [Inject]
    private IDialogService Service { get; set; } = default!;

    protected override void OnInitialized()
    {
        // Before the base hears of it, which draws at once.
        Service.DialogInstanceAddedAsync += NoteAsync;
        base.OnInitialized();
    }

    protected override bool ShouldRender()
    {
        var any = _open.Count > 0;
        // The last drawing of a dialog is the one without it.
        _open.RemoveAll(dialog => dialog.Result.IsCompleted);
        return any;
    }

    private Task NoteAsync(IDialogReference dialog)
    {
        _open.Add(dialog);
        return Task.CompletedTask;
    }
}
