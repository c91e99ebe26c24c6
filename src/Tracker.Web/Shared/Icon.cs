using Microsoft.AspNetCore.Components;

namespace Tracker.Web.Shared;

/// <summary>
/// A symbol of the <see cref="Sprite"/>, beside the word it stands for. No component: a page shows a hundred of them, and an
/// open circuit would keep two buffers for each.
/// </summary>
public static class Icon
{
    /// <param name="name">The id of the symbol, without its <c>i-</c>: a code of ours, never what somebody typed.</param>
    public static MarkupString Of(string name) =>
        new($"""<svg class="i" aria-hidden="true"><use href="#i-{name}" /></svg>""");
}
