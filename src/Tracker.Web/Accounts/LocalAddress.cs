using Tracker.Core.Access;

namespace Tracker.Web.Accounts;

/// <summary>Where to go after signing in: only ever a page of this house.</summary>
public static class LocalAddress
{
    public const string Start = "/";

    /// <summary>Where focal points begin: they come to answer for something.</summary>
    public const string MyWork = "/my";

    /// <summary>
    /// Where somebody lands who has just signed in: the page asked for, else the one their role comes for. Whoever
    /// opened the house at its front door has asked for no page.
    /// </summary>
    /// <param name="start">The view they chose to begin with.</param>
    public static string After(string? asked, Role? role, string? start = null)
    {
        var address = Or(asked);
        return address != Start ? address
            : start is not null ? Or(start)
            : role == Role.FocalPoint ? MyWork
            : address;
    }

    /// <summary>The address where it begins with a single slash and holds nothing a browser reads otherwise; else the start page.</summary>
    public static string Or(string? address, string otherwise = Start) =>
        address is { Length: > 0 and < 2000 }
        && address[0] == '/'
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(c => char.IsControl(c) || c == '\\')
        && !address.StartsWith("/%2f", StringComparison.OrdinalIgnoreCase)
        && !address.StartsWith("/%5c", StringComparison.OrdinalIgnoreCase)
            ? address
            : otherwise;
}
