using Microsoft.AspNetCore.Components;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Text;

namespace Tracker.Web.Shared;

/// <summary>
/// States and figures as every page shows them: a word, a shape and a colour. No components, for the reason
/// <see cref="Icon"/> is none.
/// </summary>
public static class Mark
{
    public static MarkupString Of(Words words, ImplementationStatus status)
    {
        var key = Codes.Of(status);
        return new(
            $"""<span class="m {key}" data-status="{key}">{Icon.Of(key)}<span>{words.Of(status)}</span></span>"""
        );
    }

    public static MarkupString Of(Words words, Acceptance acceptance)
    {
        var key = Codes.Of(acceptance);
        return new(
            $"""<span class="m ans {key}">{Icon.Of(key)}<span>{words.Of(acceptance)}</span></span>"""
        );
    }

    /// <param name="flag">One flag, not a combination.</param>
    /// <param name="days">For how long it has been so.</param>
    public static MarkupString Of(Words words, Flags flag, int? days = null)
    {
        var key = Codes.Of(flag);
        var since = days is { } count ? $""" <span class="n">{words.Days(count)}</span>""" : "";
        return new($"""<span class="flag {key}">{Icon.Of(key)}{words.Of(flag)}{since}</span>""");
    }

    /// <summary>Nothing where nobody gave a figure.</summary>
    public static MarkupString Percent(Words words, int? value) =>
        new(value is { } given ? $"""<span class="n q nw">{words.Percent(given)}</span>""" : "");

    /// <param name="value">Per cent. The number itself stands beside the bar.</param>
    public static MarkupString Bar(int? value) =>
        new(
            value is { } given
                ? $"""<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="{Math.Clamp(given, 0, 100)}" height="4" /></svg>"""
                : ""
        );
}
