using System.Security.Cryptography;
using System.Text;

namespace Tracker.Web.Publishing;

/// <summary>
/// Marks a page that carries the frame's style within itself: a first visit over a slow line saves a trip there and back.
/// Its hash stands in the policy, so that no other style may.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnStyleAttribute : Attribute;

/// <summary>The frame's style as text, and what the policy calls it.</summary>
internal sealed class FrameStyle
{
    public FrameStyle(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("lib/frame.css");
        if (file.Exists)
        {
            using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
            // Within a page line ends are one character, and the hash is of what the browser reads.
            Text = reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
    }

    public string Text { get; } = "";

    public string Hash { get; }
}
