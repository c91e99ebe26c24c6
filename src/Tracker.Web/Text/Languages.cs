using System.Globalization;
using Tracker.Core.Words;

namespace Tracker.Web.Text;

/// <summary>The language a scope (one request or one circuit) speaks, fixed when the scope opens.</summary>
public sealed record ReaderLanguage(Language Value);

/// <summary>The languages of the screens, their codes and the cultures that write their dates.</summary>
public static class Languages
{
    public const string Parameter = "lang";
    public const string Cookie = "tracker-lang";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();

    /// <summary>Writes dates and orders words.</summary>
    public static CultureInfo Culture(Language language) =>
        language == Language.En ? British : French;

    /// <summary>Chooses the resource file.</summary>
    public static CultureInfo Resources(Language language) =>
        language == Language.En ? English : French;

    /// <summary>FR, français: its own name, said to readers who do not read the other language.</summary>
    public static string NameOf(Language language) =>
        $"{Codes.Of(language).ToUpperInvariant()}, {Resources(language).NativeName}";

    public static Language Of(CultureInfo culture) =>
        Codes.TryParse<Language>(culture.TwoLetterISOLanguageName, out var language)
            ? language
            : Language.Fr;
}
