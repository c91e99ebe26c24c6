using System.Globalization;

namespace Tracker.Web.Shared.Forms;

/// <summary>Days as people and browsers send them.</summary>
public static class Dates
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>2021-12-31 or 31/12/2021, day first always; nothing typed is no day.</summary>
    /// <returns>False where something stands there that is no day.</returns>
    public static bool TryRead(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }
        if (
            !DateOnly.TryParseExact(
                typed.Trim(),
                Forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var read
            )
        )
        {
            return false;
        }
        day = read;
        return true;
    }

    /// <summary>As the browser's own date field wants it.</summary>
    public static string? ForInput(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
