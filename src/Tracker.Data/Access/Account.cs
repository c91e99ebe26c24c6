using Microsoft.AspNetCore.Identity;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Access;

/// <summary>
/// A person who signs in. The account belongs to the person, the responsibility to the organisation: see memberships.
/// The one entity that leaves Data, because Identity's managers speak in it.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>The name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Made for demonstrations: refused where demonstration accounts are off.</summary>
    public bool IsDemonstration { get; set; }
}

/// <summary>An account's role in an organisation. What changes here is history like anything else.</summary>
internal sealed class Membership : IRecordedValue
{
    public Guid AccountId { get; init; }
    public required string OrganisationCode { get; init; }
    public required Role Role { get; init; }

    string IRecorded.HistoryKind => "account";
    string IRecorded.HistorySubject => AccountId.ToString();
    string IRecordedValue.HistoryField => "membership";
    string IRecordedValue.HistoryValue => $"{OrganisationCode} {Codes.Of(Role)}";
    bool IRecordedValue.IsCurrent => true;
}
