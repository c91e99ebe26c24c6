using Tracker.Core.Access;
using Tracker.Core.Words;

namespace Tracker.Core.History;

/// <summary>One deed and what it changed, for a reader.</summary>
/// <param name="At">UTC.</param>
/// <param name="Deed">Code of the deed.</param>
/// <param name="Person">The name, for readers who may see names; else null.</param>
/// <param name="Organisation">Code of the actor's organisation.</param>
/// <param name="OnBehalfOf">The organisation in whose name a coordinator acted.</param>
public sealed record HistoryAct(
    DateTime At,
    Deed Deed,
    string? Person,
    Role Role,
    string? Organisation,
    string? OnBehalfOf,
    IReadOnlyList<HistoryChange> Changes
);

/// <summary>A field before and after, as codes or ISO text; with labels where the code is of a list.</summary>
public sealed record HistoryChange(
    string Field,
    string? Before,
    string? After,
    Bilingual? BeforeLabel,
    Bilingual? AfterLabel
);
