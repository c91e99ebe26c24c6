using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tracker.EndToEnd.Harness;

/// <summary>
/// The words of the screens in one language, read from the resource files of the sources: a journey looks for what a
/// key says, so that rewording breaks none of them.
/// </summary>
public sealed partial class Spoken
{
    private static readonly ConcurrentDictionary<
        string,
        IReadOnlyDictionary<string, string>
    > Files = new(StringComparer.Ordinal);

    private readonly string suffix;

    private Spoken(string language)
    {
        Language = language;
        // French is the neutral language of the resources.
        suffix = language == "fr" ? ".resx" : $".{language}.resx";
        Culture = CultureInfo.GetCultureInfo(language == "fr" ? "fr" : "en-GB");
    }

    public string Language { get; }

    /// <summary>Writes the months.</summary>
    public CultureInfo Culture { get; }

    public static Spoken In(string language) => new(language);

    public string Shell(string key, params object[] values) =>
        Say("Layout/LayoutText", key, values);

    public string Account(string key) => Say("Accounts/AccountText", key);

    public string Keys(string key) => Say("Layout/Keys/KeysText", key);

    public string List(string key, params object[] values) =>
        Say("Recommendations/ListText", key, values);

    public string Record(string key, params object[] values) =>
        Say("Recommendations/RecordText", key, values);

    public string Progress(string key, params object[] values) =>
        Say("Progress/ProgressText", key, values);

    public string Verification(string key, params object[] values) =>
        Say("Verification/VerificationText", key, values);

    public string Evidence(string key, params object[] values) =>
        Say("Evidence/EvidenceText", key, values);

    public string Several(string key, params object[] values) =>
        Say("Recommendations/Several/SeveralText", key, values);

    public string Entry(string key) => Say("Recommendations/EntryText", key);

    public string Workshop(string key) => Say("Workshops/WorkshopText", key);

    /// <summary>The words that all pages share: statuses, faults, refusals.</summary>
    public string Word(string key) => Say("Text/Words", key);

    /// <summary>The label of a field that may stay empty.</summary>
    public string Optional(string label) => $"{label} {Word("optional")}";

    /// <summary>A day in words, as in 12 octobre 2021.</summary>
    public string DayInWords(DateOnly day)
    {
        var number =
            Language == "fr" && day.Day == 1
                ? "1ᵉʳ"
                : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{number}\u00A0{day.ToString("MMMM", Culture)}\u00A0{day.Year:0000}";
    }

    /// <summary>The beginning of a sentence, up to what is filled in.</summary>
    public static string Before(string sentence) => Gap().Split(sentence)[0].TrimEnd();

    /// <summary>What a sentence looks like, whatever is filled in.</summary>
    public static Regex Any(string sentence) =>
        new(
            $"^{string.Join(".+", Gap().Split(sentence).Select(Regex.Escape))}$",
            // The browser takes no other option.
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private string Say(string file, string key, params object[] values)
    {
        var words = Files.GetOrAdd(file + suffix, Read);
        if (!words.TryGetValue(key, out var word))
        {
            throw new KeyNotFoundException($"{file}{suffix} has no '{key}'.");
        }
        return values.Length == 0
            ? word
            : string.Format(CultureInfo.InvariantCulture, word, values);
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(Path.Combine(Path.GetDirectoryName(Repository.WebProject)!, file))
            .Root!.Elements("data")
            .ToDictionary(
                e => e.Attribute("name")!.Value,
                e => e.Element("value")!.Value.Trim(),
                StringComparer.Ordinal
            );

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
