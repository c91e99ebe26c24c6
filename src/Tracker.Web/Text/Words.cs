using System.Globalization;
using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Web.Text;

/// <summary>The words every feature shares, in the reader's language: states, sentences of faults, dates, numbers.</summary>
public sealed partial class Words(ReaderLanguage reader, ProgrammeClock clock)
{
    private static readonly Texts Texts = new(typeof(Words));

    public Language Language => reader.Value;

    /// <summary>What stands in <c>lang</c> attributes and addresses.</summary>
    public string LanguageCode => Codes.Of(Language);

    public CultureInfo Culture => Languages.Culture(Language);

    /// <summary>The key itself where a word is missing, so that the gap is seen.</summary>
    public string this[string key] => WordFor(key, Language);

    public string this[string key, params object[] arguments] =>
        string.Format(Culture, WordFor(key, Language), arguments);

    public string Of<T>(T value)
        where T : struct, Enum => WordFor(KeyOf(value), Language);

    /// <summary>For exports, which write both languages whoever asks.</summary>
    public static string WordFor(string key, Language language) => Find(key, language) ?? key;

    public static string WordFor<T>(T value, Language language)
        where T : struct, Enum => WordFor(KeyOf(value), language);

    /// <summary><c>ImplementationStatus.InProgress</c> is <c>status.in_progress</c>.</summary>
    public static string KeyOf<T>(T value)
        where T : struct, Enum => $"{Family<T>.Name}.{Codes.Of(value)}";

    /// <summary>Why the field is wrong, said to the person who filled it.</summary>
    public string Of(FieldFault fault) => Sentence(KeyOf(fault.Fault), fault.Detail);

    /// <summary>Why the deed is refused; <paramref name="detail"/> names who may do it, where that is known.</summary>
    public string Of(Refusal refusal, string? detail) => Sentence(KeyOf(refusal), detail);

    private string Sentence(string key, string? detail) =>
        detail is not null && Find(key + ".with", Language) is { } sentence
            ? string.Format(Culture, sentence, Readable(detail))
            : this[key];

    /// <summary>Core names a day in ISO form; a reader expects it written as everywhere else.</summary>
    private string Readable(string detail)
    {
        if (
            DateOnly.TryParseExact(
                detail,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                default,
                out var day
            )
        )
        {
            return Day(day);
        }
        return int.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Number(number)
            : detail;
    }

    private static string? Find(string key, Language language) => Texts.Find(key, language);

    private static class Family<T>
        where T : struct, Enum
    {
        public static readonly string Name =
            typeof(T) == typeof(ImplementationStatus) ? "status"
            : typeof(T) == typeof(Flags) ? "flag"
            : typeof(T) == typeof(RecommendationKind) ? "kind"
            : typeof(T) == typeof(LeadStanding) ? "lead"
            : Codes.Spell(typeof(T).Name);
    }
}
