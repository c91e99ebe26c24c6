using System.Text.RegularExpressions;
using Tracker.Core.Words;

namespace Tracker.Core.Workshops;

/// <summary>The kinds of event a recommendation comes from. Source: glossary, "atelier".</summary>
public enum EventType
{
    Workshop,
    Forum,
    Meeting,
    Review,
}

/// <summary>A workshop as a coordinator types it.</summary>
public sealed partial record WorkshopEntry
{
    public const int LongestName = 300;

    /// <summary>Such as KAY-2020. Fixed once entered: its recommendations carry it.</summary>
    public required string Code { get; init; }
    public Bilingual Name { get; init; }
    public Bilingual Theme { get; init; }
    public EventType? Type { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Venue { get; init; }
    public string? Place { get; init; }
    public IReadOnlyList<string> Organisers { get; init; } = [];
    public IReadOnlyList<string> Funders { get; init; } = [];
    public string? Source { get; init; }

    public IReadOnlyList<FieldFault> Check(DateOnly today)
    {
        var faults = new List<FieldFault>();
        if (string.IsNullOrWhiteSpace(Code))
        {
            faults.Add(new("Code", Fault.Required));
        }
        else if (!CodeForm().IsMatch(Code))
        {
            faults.Add(new("Code", Fault.NotACode, "KAY-2020"));
        }
        if (string.IsNullOrWhiteSpace(Name.Fr) && string.IsNullOrWhiteSpace(Name.En))
        {
            faults.Add(new("NameFr", Fault.Required));
        }
        faults.AddRange(Lengths());
        if (Type is null)
        {
            faults.Add(new("Type", Fault.Required));
        }
        faults.AddRange(Days(today));
        return faults;
    }

    private IEnumerable<FieldFault> Lengths() =>
        new (string Field, string? Text)[]
        {
            ("NameFr", Name.Fr),
            ("NameEn", Name.En),
            ("ThemeFr", Theme.Fr),
            ("ThemeEn", Theme.En),
            ("Venue", Venue),
            ("Source", Source),
        }
            .Where(f => f.Text?.Length > LongestName)
            .Select(f => new FieldFault(f.Field, Fault.TooLong, "300"));

    private IEnumerable<FieldFault> Days(DateOnly today)
    {
        if (StartsOn is null)
        {
            yield return new("StartsOn", Fault.Required);
        }
        if (EndsOn is null)
        {
            yield return new("EndsOn", Fault.Required);
        }
        if (EndsOn < StartsOn)
        {
            yield return new("EndsOn", Fault.EndsBeforeStart);
        }
        if (EndsOn > today.AddYears(1) || StartsOn < new DateOnly(1950, 1, 1))
        {
            yield return new(EndsOn > today.AddYears(1) ? "EndsOn" : "StartsOn", Fault.OutOfRange);
        }
    }

    [GeneratedRegex(
        "^[A-Z][A-Z0-9]{1,9}(-[A-Z0-9]{1,10}){1,2}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CodeForm();
}
