using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Progress;

public sealed class StatusTransitionsTests
{
    private static readonly Actor Lead = Somebody(Role.FocalPoint, "MEFP");
    private static readonly Actor Coordinator = Somebody(Role.IomCoordinator, "OIM-ML");
    private static readonly Actor Admin = Somebody(Role.Admin, "PRIM");

    [Fact]
    public void The_table_is_row_for_row_that_of_the_pack()
    {
        var pack = DomainPackReader
            .Table("status_transitions.csv")
            .Where(row => row["dimension"] == "implementation")
            .Select(row =>
                $"{row["from_status"]} {row["to_status"]} {row["role"]} {Asked(row["requires"])}"
            )
            .ToList();
        Assert.Equal(18, pack.Count);
        Assert.Equal(
            pack,
            StatusTransitions.All.Select(t =>
                $"{Codes.Of(t.From)} {Codes.Of(t.To)} {Codes.Of(t.Role)} {string.Join('+', t.Requires)}"
            )
        );
    }

    [Fact]
    public void The_table_of_answers_is_row_for_row_that_of_the_pack()
    {
        var pack = DomainPackReader
            .Table("status_transitions.csv")
            .Where(row => row["dimension"] == "acceptance")
            .Select(row =>
                $"{row["from_status"]} {row["to_status"]} {row["role"]} {row["requires"].Length > 0} {row["note"].StartsWith("Not once", StringComparison.Ordinal)}"
            )
            .ToList();
        Assert.Equal(8, pack.Count);
        Assert.Equal(
            pack,
            AcceptanceTransitions.All.Select(t =>
                $"{Codes.Of(t.From)} {Codes.Of(t.To)} {Codes.Of(t.Role)} {t.NeedsReason} {t.BeforeDeclaration}"
            )
        );
    }

    /// <summary>Story 5: the coordinator of the lead does not verify; an administrator from elsewhere does, and only then.</summary>
    [Theory]
    [InlineData(Role.IomCoordinator, "OIM-ML", "MEFP", false, null)]
    [InlineData(Role.IomCoordinator, "OIM-ML", "OIM-ML", true, Refusal.OwnVerification)]
    [InlineData(Role.Admin, "PRIM", "OIM-ML", true, null)]
    [InlineData(Role.Admin, "PRIM", "MEFP", false, Refusal.CoordinatorVerifies)]
    [InlineData(Role.Admin, "OIM-ML", "OIM-ML", true, Refusal.OwnVerification)]
    [InlineData(Role.FocalPoint, "MEFP", "MEFP", false, Refusal.CoordinationOnly)]
    public void Nobody_verifies_what_their_own_organisation_leads(
        Role role,
        string of,
        string lead,
        bool leadVerifies,
        Refusal? expected
    )
    {
        var item = At(ImplementationStatus.Implemented) with
        {
            Lead = lead,
            LeadVerifies = leadVerifies,
        };
        var actor = Somebody(role, of);
        Assert.Equal(expected, AccessRules.ToVerify(actor, item));
        Assert.Equal(
            expected is null,
            StatusTransitions.For(actor, item).Any(m => m.To == ImplementationStatus.Verified)
        );
    }

    [Fact]
    public void A_coordinator_makes_the_focal_points_moves_for_the_lead_and_own_moves_for_nobody()
    {
        var offered = StatusTransitions.For(Coordinator, At(ImplementationStatus.NotStarted));
        Assert.Equal(
            [
                (ImplementationStatus.InProgress, true),
                (ImplementationStatus.Implemented, true),
                (ImplementationStatus.Deferred, true),
                (ImplementationStatus.NoLongerApplicable, false),
            ],
            offered.Select(m => (m.To, m.OnBehalfOfLead))
        );
        var back = StatusTransitions.For(Coordinator, At(ImplementationStatus.Implemented));
        Assert.Equal(
            [(ImplementationStatus.Verified, false), (ImplementationStatus.InProgress, false)],
            back.Select(m => (m.To, m.OnBehalfOfLead))
        );
    }

    [Fact]
    public void Where_nobody_leads_there_is_nobody_to_act_for()
    {
        var offered = StatusTransitions.For(
            Coordinator,
            At(ImplementationStatus.NotStarted) with
            {
                Lead = null,
            }
        );
        Assert.Equal(ImplementationStatus.NoLongerApplicable, Assert.Single(offered).To);
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.DonorViewer)]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Worker)]
    public void Readers_and_the_program_are_offered_nothing(Role role) =>
        Assert.All(
            Enum.GetValues<ImplementationStatus>(),
            from => Assert.Empty(StatusTransitions.For(Somebody(role, "MEFP"), At(from)))
        );

    [Fact]
    public void A_focal_point_of_another_organisation_is_offered_nothing() =>
        Assert.All(
            Enum.GetValues<ImplementationStatus>(),
            from => Assert.Empty(StatusTransitions.For(Somebody(Role.FocalPoint, "ANPE"), At(from)))
        );

    [Fact]
    public void An_administrator_only_corrects_and_reopens()
    {
        var moves = Enum.GetValues<ImplementationStatus>()
            .SelectMany(from => StatusTransitions.For(Admin, At(from)).Select(m => (from, m.To)));
        Assert.Equal(
            [
                (ImplementationStatus.InProgress, ImplementationStatus.NotStarted),
                (ImplementationStatus.Verified, ImplementationStatus.InProgress),
                (ImplementationStatus.NoLongerApplicable, ImplementationStatus.NotStarted),
            ],
            moves
        );
    }

    private static string Asked(string requires) =>
        string.Join(
            '+',
            requires
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(asked =>
                    asked switch
                    {
                        "update text" => Requirement.UpdateText,
                        "evidence>=1" => Requirement.Evidence,
                        "new due_date" => Requirement.DueDate,
                        "completion_date" => Requirement.CompletionDate,
                        _ => Codes.Parse<Requirement>(asked),
                    }
                )
        );

    private static RecommendationFacts At(ImplementationStatus status) =>
        new(Publication.Published, Acceptance.Accepted, status, "MEFP");

    private static Actor Somebody(Role role, string organisation) =>
        new(Guid.CreateVersion7(), "Somebody", role, [organisation]);
}
