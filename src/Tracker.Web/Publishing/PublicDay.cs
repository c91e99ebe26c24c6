using System.Globalization;

namespace Tracker.Web.Publishing;

/// <summary>The day in the address of a published page.</summary>
internal static class PublicDay
{
    /// <returns>The day, and the key of the sentence that says what was wrong with it.</returns>
    public static (DateOnly? Day, string? Problem) Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, null);
        }
        return
            DateOnly.TryParseExact(
                typed.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) && day is { Year: >= 1900 and < 2200 }
            ? (day, null)
            : (null, "problem.day");
    }
}
