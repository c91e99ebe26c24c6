using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Views;
using Tracker.Core.Words;
using Tracker.Data.Views;

namespace Tracker.Web.Views;

/// <summary>What the forms of the page of views can do.</summary>
public enum ViewAct
{
    Save,
    Remove,
    Start,
    StartNowhere,
}

/// <summary>One input for all forms of the page: each fills in what it needs.</summary>
public sealed class ViewInput
{
    public string? Act { get; set; }
    public string? Slug { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public bool Shared { get; set; }

    public Task<Outcome> DoAsync(ViewCommands commands, Actor actor) =>
        (Codes.TryParse<ViewAct>(Act, out var act) ? act : ViewAct.Save) switch
        {
            ViewAct.Remove => commands.RemoveAsync(actor, Slug ?? ""),
            ViewAct.Start => commands.StartWithAsync(actor, Slug ?? ""),
            ViewAct.StartNowhere => commands.StartWithAsync(actor, null),
            _ => commands.SaveAsync(actor, new ViewEntry(Name ?? "", Address ?? "", Shared)),
        };
}
