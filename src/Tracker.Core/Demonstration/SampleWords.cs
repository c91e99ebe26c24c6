using Tracker.Core.Words;

namespace Tracker.Core.Demonstration;

/// <summary>The words sample data is put together from, as read from their files.</summary>
public sealed record SampleWords
{
    /// <summary>Invented, and named as samples.</summary>
    public required IReadOnlyList<SampleOrganisation> Organisations { get; init; }

    /// <summary>Infinitives: “Renforcer”.</summary>
    public required IReadOnlyList<Bilingual> Openings { get; init; }

    /// <summary>What the opening acts on, by theme.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Bilingual>> Objects { get; init; }

    /// <summary>For whom or with whom; an empty one says nothing.</summary>
    public required IReadOnlyList<Bilingual> Groups { get; init; }

    /// <summary>Where, by level of place, with {0} for its name.</summary>
    public required IReadOnlyDictionary<string, Bilingual> Places { get; init; }

    /// <summary>By when, with {0} for the year.</summary>
    public required Bilingual Term { get; init; }
    public required IReadOnlyList<Bilingual> Aims { get; init; }
    public required IReadOnlyList<Bilingual> Means { get; init; }
    public required IReadOnlyList<Bilingual> Updates { get; init; }

    /// <summary>Why a due date moved.</summary>
    public required IReadOnlyList<Bilingual> Moved { get; init; }
    public required IReadOnlyList<Bilingual> Deferred { get; init; }
    public required IReadOnlyList<Bilingual> Dropped { get; init; }

    /// <summary>Names of events by kind, marked as samples, with {0} for the topic.</summary>
    public required IReadOnlyDictionary<string, Bilingual> Events { get; init; }

    /// <summary>Topics of events by theme.</summary>
    public required IReadOnlyDictionary<string, Bilingual> Topics { get; init; }
}

/// <param name="Kind">As in the domain pack: government, civil_society, donor...</param>
public sealed record SampleOrganisation(
    string Code,
    string Kind,
    bool CanLead,
    Bilingual Name,
    string? Acronym
);
