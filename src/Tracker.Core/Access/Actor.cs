namespace Tracker.Core.Access;

/// <summary>
/// Who acts: made at three doors only (circuit, endpoint, worker) and handed to every query and command.
/// </summary>
/// <param name="Id">The account, or a fixed id for the worker.</param>
/// <param name="Name">Shown in the history.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Organisations">Codes of the organisations for which the role holds.</param>
public sealed record Actor(Guid Id, string Name, Role Role, IReadOnlyList<string> Organisations)
{
    /// <summary>Nobody in particular: sees nothing that is not public.</summary>
    public static Actor Anonymous { get; } = new(Guid.Empty, "", Role.Anonymous, []);

    /// <summary>The program itself, when it loads the domain pack.</summary>
    public static Actor Worker { get; } =
        new(new Guid("0198a000-0000-7000-8000-000000000001"), "Tracker", Role.Worker, []);

    public bool IsNamed => Id != Guid.Empty && Name.Length > 0;

    /// <summary>Coordinators and administrators keep the lists.</summary>
    public bool Coordinates => Role is Role.IomCoordinator or Role.Admin or Role.Worker;

    public bool ActsFor(string? organisation) =>
        organisation is not null && Organisations.Contains(organisation, StringComparer.Ordinal);

    public override string ToString() => $"{Role} {Id}";
}

/// <summary>The roles of the glossary. The order is the strength a person's memberships are ranked by.</summary>
public enum Role
{
    Anonymous,
    DonorViewer,
    Analyst,
    FocalPoint,
    IomCoordinator,
    Admin,
    Worker,
}
