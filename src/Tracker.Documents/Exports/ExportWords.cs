using System.Globalization;
using System.Resources;
using Tracker.Core.Words;

namespace Tracker.Documents.Exports;

/// <summary>The words of the cover and of the dictionary of columns. French is the neutral language.</summary>
internal static class ExportWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    internal static ResourceManager Resources { get; } =
        new("Tracker.Documents.Exports.ExportWords", typeof(ExportWords).Assembly);

    /// <exception cref="ArgumentException">No resource has such a key: a programmer's error.</exception>
    public static string Of(string key, Language language) =>
        Resources.GetString(key, language == Language.Fr ? French : English)
        ?? throw new ArgumentException($"No word for '{key}'.", nameof(key));
}
