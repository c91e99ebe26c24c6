using System.Globalization;
using Tracker.Core.Words;

namespace Tracker.Core.Recommendations;

/// <summary>A recommendation as a coordinator types it, for a first entry and for a correction.</summary>
public sealed record RecommendationEntry
{
    public const int LongestTitle = 300;
    public const int LongestText = 20_000;
    public const int LongestQuote = 5_000;

    public required string WorkshopCode { get; init; }

    /// <summary>Fixed once entered: a correction does not move a code.</summary>
    public required string Code { get; init; }
    public RecommendationKind? Kind { get; init; }
    public Bilingual Title { get; init; }
    public Bilingual Text { get; init; }
    public string? SourceQuote { get; init; }
    public string? ThemeCode { get; init; }
    public string? ProposedLead { get; init; }
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<string> FrameworkEntries { get; init; } = [];

    /// <summary>The rules that need no look at the database; codes of lists are checked where the lists are.</summary>
    public IReadOnlyList<FieldFault> Check()
    {
        var faults = new List<FieldFault>();
        faults.AddRange(OneOf("TitleFr", Title, "TitleEn", LongestTitle));
        faults.AddRange(OneOf("TextFr", Text, "TextEn", LongestText));
        if (SourceQuote?.Length > LongestQuote)
        {
            faults.Add(new("SourceQuote", Fault.TooLong, Number(LongestQuote)));
        }
        if (Kind is null)
        {
            faults.Add(new("Kind", Fault.Required));
        }
        if (string.IsNullOrWhiteSpace(ThemeCode))
        {
            faults.Add(new("Theme", Fault.Required));
        }
        if (RecommendationCode.Fault(Code, WorkshopCode) is { } fault)
        {
            faults.Add(new("Code", fault, RecommendationCode.Compose(WorkshopCode, 1)));
        }
        return faults;
    }

    private static IEnumerable<FieldFault> OneOf(
        string french,
        Bilingual text,
        string english,
        int longest
    )
    {
        if (string.IsNullOrWhiteSpace(text.Fr) && string.IsNullOrWhiteSpace(text.En))
        {
            yield return new(french, Fault.Required);
        }
        if (text.Fr?.Length > longest)
        {
            yield return new(french, Fault.TooLong, Number(longest));
        }
        if (text.En?.Length > longest)
        {
            yield return new(english, Fault.TooLong, Number(longest));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
