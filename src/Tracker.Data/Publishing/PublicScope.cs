using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Publishing;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Publishing;

/// <summary>Whether public pages are on before an administrator decided: a setting of the installation.</summary>
public sealed record PublicPages(bool StartOn);

/// <summary>
/// Which workshops somebody may read as published. Decided here alone: nobody's other rights are widened by it.
/// </summary>
internal static class PublicScope
{
    public const string Setting = "public_pages";
    public const string On = "on";
    public const string Off = "off";
    private const int LongestToken = 64;

    public static async Task<IQueryable<Workshop>> OfAsync(
        TrackerContext context,
        PublicReader reader,
        PublicPages start,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        if (reader.Token is { } token)
        {
            var hash = HashOf(token);
            var linked = context
                .ShareLinks.Where(l =>
                    l.TokenHash == hash && l.RevokedAt == null && l.ExpiresOn >= today
                )
                .Select(l => l.WorkshopId);
            return context.Workshops.Where(w => linked.Contains(w.Id));
        }
        return await AreOnAsync(context, start, cancellation)
            ? context.Workshops
            : context.Workshops.VisibleTo(reader.Actor);
    }

    public static async Task<bool> AreOnAsync(
        TrackerContext context,
        PublicPages start,
        CancellationToken cancellation
    )
    {
        var chosen = await context
            .Settings.Where(s => s.Key == Setting)
            .Select(s => s.Value)
            .FirstOrDefaultAsync(cancellation);
        return chosen is null ? start.StartOn : chosen == On;
    }

    /// <summary>Too long a token is no token of ours, and hashed all the same.</summary>
    public static byte[] HashOf(string token) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(token.Length > LongestToken ? "" : token));

    /// <summary>256 bits by chance, as they stand in an address.</summary>
    public static string NewToken() =>
        Convert
            .ToBase64String(RandomNumberGenerator.GetBytes(32))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
}
