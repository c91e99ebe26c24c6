using Tracker.Core.Access;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Access.Matrix;

/// <summary>
/// Who may do what, written down a second time: from DOMAIN.md sections 2 to 4, DESIGN.md section 5 and the table of
/// moves in the pack. The program's own rules are not asked. An end is "Done", "NotFound", "Away" (nobody known),
/// "NotOffered" (a move outside the table) or the name of a refusal.
/// </summary>
internal static class Rights
{
    public const string Done = "Done";
    private const string NotFound = "NotFound";
    private const string Away = "Away";
    private const string NotOffered = "NotOffered";

    private static readonly List<(
        string Axis,
        string From,
        string To,
        string Role,
        string Note
    )> Table =
    [
        .. DomainPackReader
            .Table("status_transitions.csv")
            .Select(r => (r["dimension"], r["from_status"], r["to_status"], r["role"], r["note"])),
    ];

    /// <summary>What one command answers each kind of person, where it is theirs to ask.</summary>
    /// <param name="Reader">Donors and analysts.</param>
    /// <param name="AdminOfLead">An administrator who belongs to the lead.</param>
    internal sealed record Row(
        string Coordinator,
        string Admin,
        string AdminOfLead,
        string Lead,
        string Supporter,
        string Other,
        string Reader
    );

    /// <summary>Entering, correcting, assigning, archiving.</summary>
    public static readonly Row Entry = new(
        Coordinator: Done,
        Admin: Done,
        AdminOfLead: Done,
        Lead: "CoordinationOnly",
        Supporter: "CoordinationOnly",
        Other: "CoordinationOnly",
        Reader: "CoordinationOnly"
    );

    /// <summary>Due dates, milestones, taking back one's own deed.</summary>
    public static readonly Row Work = new(
        Coordinator: Done,
        Admin: Done,
        AdminOfLead: Done,
        Lead: Done,
        Supporter: "LeadOnly",
        Other: "LeadOnly",
        Reader: "ReadOnlyRole"
    );

    /// <summary>Evidence and internal comments.</summary>
    public static readonly Row Show = Work with { Supporter = Done };

    /// <summary>An update, or where one only supports, a contribution. Nobody but a coordinator speaks for others.</summary>
    public static readonly Row Report = Show with { Admin = "LeadOnly" };

    /// <summary>A contribution that names a supporting organisation.</summary>
    public static readonly Row Contribute = Report with
    {
        Admin = "SupportingOnly",
        AdminOfLead = "SupportingOnly",
    };

    /// <summary>Taking back what the lead attached; the supporter attached something else.</summary>
    public static readonly Row TakeBack = Show with { Supporter = "CoordinationOnly" };

    public static readonly Row TakeBackOfSupporter = Show with { Lead = "CoordinationOnly" };

    public static readonly Row Share = Show with { Supporter = "LeadOnly" };

    public static readonly Row Answer = Work with { Admin = "LeadOnly", AdminOfLead = "LeadOnly" };

    /// <summary>Keeping the lists, giving roles.</summary>
    public static string Lists(Cell cell) =>
        cell.Role switch
        {
            Role.Anonymous => Away,
            Role.Admin => Done,
            _ => "AdministratorOnly",
        };

    /// <summary>New things, and workshops: their sight is that of the workshop.</summary>
    public static string Enter(Cell cell) =>
        cell.Role == Role.Anonymous ? Away
        : cell.Coordinates ? Done
        : "CoordinationOnly";

    public static string Workshop(Cell cell) =>
        cell.Role == Role.DonorViewer && cell.Relation != Relation.Funds ? NotFound : Enter(cell);

    public static string View(Cell cell) => cell.Role == Role.Anonymous ? Away : Done;

    /// <summary>Donors read what is shared, and share nothing.</summary>
    public static string SharedView(Cell cell) =>
        cell.Role == Role.DonorViewer ? "ReadOnlyRole" : View(cell);

    public static string UnknownView(Cell cell) => cell.Role == Role.Anonymous ? Away : NotFound;

    /// <summary>Unsaved text: of those who have forms to fill.</summary>
    public static string Draft(Cell cell) =>
        cell.Role == Role.FocalPoint || cell.Coordinates ? Done : "ReadOnlyRole";

    /// <summary>In every state but archived.</summary>
    public static string Any(Cell cell, Row row) => Sight(cell) ?? Of(cell, row);

    /// <summary>Once it is published.</summary>
    public static string Published(Cell cell, Row row) =>
        Any(cell, row) is not Done and var end ? end
        : cell.Standing == Standing.Draft ? "NotPublished"
        : Done;

    /// <summary>While something is still owed.</summary>
    public static string Open(Cell cell, Row row) =>
        Published(cell, row) is not Done and var end ? end : While(cell);

    /// <summary>What is there already: the coordination takes back and hides also what is closed or refused.</summary>
    public static string Attached(Cell cell, Row row) =>
        cell.Coordinates && cell.Standing != Standing.Draft ? Any(cell, row) : Open(cell, row);

    /// <summary>In the name of the lead: somebody has to be there to speak for.</summary>
    public static string ForLead(Cell cell, Row row) =>
        Any(cell, row) is var end && cell.Coordinates && cell.Standing == Standing.NoLead ? "NoLead"
        : end != Done ? end
        : Open(cell, row);

    public static string Publish(Cell cell) =>
        Any(cell, Entry) is not Done and var end ? end
        : cell.Standing == Standing.Draft ? Done
        : "AlreadyPublished";

    /// <summary>An answer of the lead, by the table of the pack.</summary>
    public static string AnswerTo(Cell cell, string to)
    {
        var end = Any(cell, Answer);
        if (cell.Coordinates && cell.Standing == Standing.NoLead)
        {
            return "NoLead";
        }
        if (end != Done || Published(cell, Answer) != Done)
        {
            return end == Done ? "NotPublished" : end;
        }
        var from = AcceptanceOf(cell.Standing);
        var offered = Table
            .Where(t => t.Axis == "acceptance" && t.From == from)
            .Where(t =>
                !IsDeclared(cell) || !t.Note.StartsWith("Not once", StringComparison.Ordinal)
            )
            .Where(t => Holds(t.Role, cell))
            .Select(t => t.To)
            .ToList();
        return offered.Contains(to) ? Done
            : offered.Count > 0 ? NotOffered
            : from == "not_accepted" ? "CoordinationOnly"
            : "DeclaredAlready";
    }

    /// <summary>A move of the status, by the table of the pack.</summary>
    public static string MoveTo(Cell cell, string to)
    {
        if (Any(cell, Work) is not Done and var end)
        {
            return end;
        }
        if (cell.Standing is Standing.Draft or Standing.NotAccepted)
        {
            return cell.Standing == Standing.Draft ? "NotPublished" : "NotAccepted";
        }
        var from = StatusOf(cell.Standing);
        var offered = Table
            .Where(t => t.Axis == "implementation" && t.From == from && Holds(t.Role, cell))
            .Where(t => t.To != "verified" || WhyNotVerify(cell) is null)
            .Select(t => t.To)
            .ToHashSet();
        if (offered.Contains(to))
        {
            return Done;
        }
        var verifying = from == "implemented" ? WhyNotVerify(cell) : null;
        if (offered.Count > 0)
        {
            return to == "verified" && verifying is not null ? verifying : NotOffered;
        }
        return cell.Standing == Standing.NoLead ? "NoLead"
            : cell.Role == Role.Admin ? verifying ?? "LeadOnly"
            : "MoveUnknown";
    }

    /// <summary>An update that comes with a start of the work: never by those who only support.</summary>
    public static string ReportMove(Cell cell) =>
        ForLead(cell, Report) is not Done and var end ? end
        : cell.Role == Role.FocalPoint && !cell.Leads ? "LeadOnly"
        : MoveTo(cell, "in_progress") is var move && move != Done && cell.Role == Role.Admin
            ? NotOffered
        : move;

    /// <summary>Nobody verifies what their own organisation leads; an administrator only where the coordinator may not.</summary>
    private static string? WhyNotVerify(Cell cell) =>
        cell.Role == Role.FocalPoint ? "CoordinationOnly"
        : cell.Leads ? "OwnVerification"
        : cell.Role == Role.IomCoordinator ? null
        : cell.Standing == Standing.ImplementedByCoordination ? null
        : "CoordinatorVerifies";

    /// <summary>A role of the table, for whom it stands: a coordinator also writes down what the lead said.</summary>
    private static bool Holds(string role, Cell cell) =>
        role switch
        {
            "focal_point" => cell.Role == Role.FocalPoint && cell.Leads
                || cell.Role == Role.IomCoordinator && cell.Standing != Standing.NoLead,
            "iom_coordinator" => cell.Role == Role.IomCoordinator,
            "admin" => cell.Role == Role.Admin,
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    private static string? Sight(Cell cell) =>
        cell.Role == Role.Anonymous ? Away
        : cell.Coordinates
            ? cell.Standing == Standing.Archived ? "Archived"
                : null
        : cell.Standing is Standing.Draft or Standing.Archived ? NotFound
        : cell.Role == Role.DonorViewer && cell.Relation != Relation.Funds ? NotFound
        : null;

    private static string Of(Cell cell, Row row) =>
        cell.Role switch
        {
            Role.IomCoordinator => row.Coordinator,
            Role.Admin => cell.Leads ? row.AdminOfLead : row.Admin,
            Role.FocalPoint when cell.Leads => row.Lead,
            Role.FocalPoint when cell.Supports => row.Supporter,
            Role.FocalPoint => row.Other,
            _ => row.Reader,
        };

    private static string While(Cell cell) =>
        cell.Standing switch
        {
            Standing.NotAccepted => "NotAccepted",
            Standing.Verified or Standing.NoLongerApplicable => "Closed",
            _ => Done,
        };

    private static bool IsDeclared(Cell cell) =>
        StatusOf(cell.Standing) is "implemented" or "verified";

    private static string StatusOf(Standing standing) =>
        standing switch
        {
            Standing.InProgress or Standing.InPart or Standing.Archived => "in_progress",
            Standing.Implemented or Standing.ImplementedByCoordination => "implemented",
            Standing.Verified => "verified",
            Standing.Deferred => "deferred",
            Standing.NoLongerApplicable => "no_longer_applicable",
            _ => "not_started",
        };

    private static string AcceptanceOf(Standing standing) =>
        standing switch
        {
            Standing.Draft or Standing.NotStarted or Standing.NoLead => "under_consideration",
            Standing.InPart => "partially_accepted",
            Standing.NotAccepted => "not_accepted",
            _ => "accepted",
        };
}
