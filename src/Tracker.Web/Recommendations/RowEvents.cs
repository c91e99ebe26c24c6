using Microsoft.AspNetCore.Components;

namespace Tracker.Web.Recommendations;

/// <summary>What page.js tells the table of rows, which in a circuit hold no handlers of their own. Nothing of it may be believed.</summary>
[EventHandler("onrowtick", typeof(RowTickEventArgs))]
[EventHandler("onrowact", typeof(RowActEventArgs))]
public static class EventHandlers;

/// <summary>A row was ticked or unticked in the browser, which shows it already.</summary>
public sealed class RowTickEventArgs : EventArgs
{
    public string Code { get; set; } = "";

    public bool Ticked { get; set; }
}

/// <summary>An act was chosen from the menu of a row.</summary>
public sealed class RowActEventArgs : EventArgs
{
    public string Code { get; set; } = "";

    /// <summary>As in <see cref="RowActs.PathOf"/>.</summary>
    public string Act { get; set; } = "";
}
