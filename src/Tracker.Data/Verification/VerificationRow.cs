using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Verification;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;

namespace Tracker.Data.Verification;

/// <summary>
/// Somebody outside the lead organisation looked at a declaration. Its words are in the history by the change of
/// status that it made.
/// </summary>
internal sealed class VerificationRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public VerificationResult Result { get; init; }

    /// <summary>What was seen, or what is missing.</summary>
    public required string Note { get; init; }

    /// <summary>The day of the declaration that was looked at.</summary>
    public DateOnly DeclaredOn { get; init; }
    public Guid VerifierId { get; init; }

    /// <summary>The verifier's organisation.</summary>
    public required string OrganisationCode { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Undone by the verifier within minutes: counts for nothing.</summary>
    public bool Withdrawn { get; set; }
}

internal sealed class VerificationMapping : IEntityTypeConfiguration<VerificationRow>
{
    public void Configure(EntityTypeBuilder<VerificationRow> builder)
    {
        builder.ToTable("Verifications");
        builder.HasOne(v => v.Recommendation).WithMany().HasForeignKey(v => v.RecommendationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationCode);
        builder.HasIndex(v => new { v.RecommendationId, v.At });
    }
}
