using System.Globalization;

namespace Tracker.Web.Publishing;

/// <summary>Addresses of what is published.</summary>
internal static class PublicAddresses
{
    public const string All = "/public";
    public const string Shared = "/shared";
    public const string Settings = "/admin/settings";

    public static string Of(string workshop) => $"{All}/{Uri.EscapeDataString(workshop)}";

    public static string By(string token) => $"{Shared}/{Uri.EscapeDataString(token)}";

    /// <summary>The form where links are made and revoked.</summary>
    public static string Share(string workshop) =>
        $"/workshops/{Uri.EscapeDataString(workshop)}/share";

    /// <summary>The same page on an earlier day.</summary>
    public static string On(string page, DateOnly? day) =>
        day is { } then
            ? $"{page}?as_of={then.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : page;
}
