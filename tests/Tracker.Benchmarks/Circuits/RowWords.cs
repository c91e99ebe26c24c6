using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Circuits;

/// <summary>The floor of a page turn: what the rows of a page say, without any mark-up, compressed as a message of its own.</summary>
internal static partial class RowWords
{
    /// <returns>Bytes.</returns>
    public static async Task<int> WeighAsync(
        PublishedServer server,
        string path,
        CancellationToken stop
    )
    {
        using var reader = await Reader.SignInAsync(server, "coordinator", stop, compression: "");
        var html = Encoding.UTF8.GetString(await reader.BytesAsync(path, stop));
        var rows = html[html.IndexOf("<tbody", StringComparison.Ordinal)..];
        rows = rows[..rows.IndexOf("</tbody", StringComparison.Ordinal)];
        var words = Space().Replace(WebUtility.HtmlDecode(Markup().Replace(rows, " ")), " ");
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(words));
        }
        return (int)packed.Length;
    }

    [GeneratedRegex("<details.*?</details>|<[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
