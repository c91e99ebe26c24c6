using System.Security.Cryptography;

namespace Tracker.Web.Setup;

/// <summary>The word by which a working page's own scripts are known to the browser. A page that never asks runs none.</summary>
internal static class ScriptNonce
{
    private static readonly object Key = new();

    public static string For(HttpContext context)
    {
        if (Of(context) is { } given)
        {
            return given;
        }
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Items[Key] = nonce;
        return nonce;
    }

    public static string? Of(HttpContext context) => context.Items[Key] as string;

    /// <summary>An error page that replaces a working page must not inherit its leave to run scripts.</summary>
    public static void Forget(HttpContext context) => context.Items.Remove(Key);
}
