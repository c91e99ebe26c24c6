using System.Security.Cryptography;
using System.Text;
using Tracker.Web.Setup;

namespace Tracker.Web.Layout;

/// <summary>
/// The style sheets as text. A browser that has them not yet gets them within its first page, which saves a slow line a
/// trip there and back, and fetches the files behind it for the pages to come. A cookie remembers that it was sent them.
/// </summary>
internal sealed class PageStyle
{
    public const string Cookie = "tracker-style";

    private readonly string _frame;
    private readonly string _working;
    private readonly string _frameHash;
    private readonly string _tag;

    public PageStyle(IWebHostEnvironment environment)
    {
        (_frame, _working) = (TextOf("lib/frame.css"), TextOf("css/working.css"));
        _frameHash = $"'sha256-{Convert.ToBase64String(HashOf(_frame))}'";
        // Sheets of another version are not on hand.
        _tag = Convert.ToHexStringLower(HashOf(_frame + _working))[..12];

        string TextOf(string path)
        {
            var file = environment.WebRootFileProvider.GetFileInfo(path);
            if (!file.Exists)
            {
                return "";
            }
            using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
            // Within a page line ends are one character, and the hash is of what the browser reads.
            return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        }
    }

    /// <summary>What the page carries within itself; null where the browser has the files.</summary>
    /// <param name="working">A page of the working zone, with its own sheet after the frame's.</param>
    public StyleWithin? Within(HttpContext http, bool working)
    {
        var asksNobody = http.GetEndpoint()?.Metadata.GetMetadata<OwnStyleAttribute>() is not null;
        if (_frame.Length == 0 || (!asksNobody && http.Request.Cookies[Cookie] == _tag))
        {
            return null;
        }
        if (!asksNobody)
        {
            Remember(http);
        }
        if (working)
        {
            // Its policy lets any style be inline; one that it names would take that back.
            return new StyleWithin(_frame + _working, IsKept: !asksNobody);
        }
        SecurityHeaders.OwnStyle(http, _frameHash);
        return new StyleWithin(_frame, IsKept: !asksNobody);
    }

    private void Remember(HttpContext http) =>
        http.Response.Cookies.Append(
            Cookie,
            _tag,
            new()
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <param name="IsKept">The browser fetches the files behind the page, and has them for the next.</param>
internal sealed record StyleWithin(string Text, bool IsKept);
