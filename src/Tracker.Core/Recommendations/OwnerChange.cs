namespace Tracker.Core.Recommendations;

/// <summary>Who answers for a recommendation, as a coordinator decides it.</summary>
/// <param name="Lead">Code of the lead organisation; null takes the lead away.</param>
/// <param name="Supporting">Codes of the supporting organisations.</param>
public sealed record OwnerChange(string? Lead, IReadOnlyList<string> Supporting)
{
    public IReadOnlyList<FieldFault> Check() =>
        Lead is not null && Supporting.Contains(Lead, StringComparer.Ordinal)
            ? [new("Supporting", Fault.LeadAmongSupporting, Lead)]
            : [];
}
