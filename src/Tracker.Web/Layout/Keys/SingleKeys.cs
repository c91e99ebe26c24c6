namespace Tracker.Web.Layout.Keys;

/// <summary>
/// Whether this browser wants shortcuts of one key. Somebody who dictates, or whose hand rests on the keyboard, must be
/// able to do without: then the page says so, and the script that listens keeps still.
/// </summary>
internal static class SingleKeys
{
    public const string Cookie = "tracker-keys";
    private const string Off = "off";

    public static bool AreOn(HttpContext http) => http.Request.Cookies[Cookie] != Off;

    public static void Choose(HttpContext http, bool on)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        };
        if (on)
        {
            http.Response.Cookies.Delete(Cookie, options);
        }
        else
        {
            http.Response.Cookies.Append(Cookie, Off, options);
        }
    }
}
