using Tracker.Core.Access;

namespace Tracker.Tests.Access.Matrix;

/// <summary>What the person's organisation is to the recommendation.</summary>
internal enum Relation
{
    Leads,
    Supports,
    Neither,

    /// <summary>Paid for the workshop; donors only.</summary>
    Funds,
}

/// <summary>The states a recommendation is tried in.</summary>
internal enum Standing
{
    Draft,
    NotStarted,
    NoLead,
    InProgress,
    InPart,
    NotAccepted,
    Implemented,

    /// <summary>Declared, and a coordinator belongs to the lead organisation.</summary>
    ImplementedByCoordination,
    Verified,
    Deferred,
    NoLongerApplicable,
    Archived,
}

/// <summary>Who, in which relation, on a recommendation in which state.</summary>
internal readonly record struct Cell(Role Role, Relation Relation, Standing Standing)
{
    /// <summary>The people that every command is tried with: six roles, in each relation that can be.</summary>
    public static IReadOnlyList<(Role Role, Relation Relation)> People { get; } =
    [
        (Role.Anonymous, Relation.Neither),
        (Role.DonorViewer, Relation.Funds),
        (Role.DonorViewer, Relation.Leads),
        (Role.DonorViewer, Relation.Neither),
        .. new[] { Role.Analyst, Role.FocalPoint, Role.IomCoordinator, Role.Admin }.SelectMany(
            role =>
                new[] { Relation.Leads, Relation.Supports, Relation.Neither }.Select(relation =>
                    (role, relation)
                )
        ),
    ];

    public bool Coordinates => Role is Role.IomCoordinator or Role.Admin;

    public bool Leads => Relation == Relation.Leads && Standing != Standing.NoLead;

    public bool Supports => Relation == Relation.Supports;

    public override string ToString() => $"{Role} who {Relation}, {Standing}";
}
