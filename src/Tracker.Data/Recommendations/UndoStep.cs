using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tracker.Data.Recommendations;

/// <summary>What one recommendation was before a deed, kept for the minutes in which its author may take the deed back.</summary>
internal sealed class UndoStep
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public Guid ActorId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The version the deed left behind: any other means that somebody changed the row since.</summary>
    public long Version { get; init; }

    /// <summary>An <see cref="UndoSnapshot"/> as JSON.</summary>
    public required string Before { get; init; }
}

internal sealed class UndoStepMapping : IEntityTypeConfiguration<UndoStep>
{
    public void Configure(EntityTypeBuilder<UndoStep> builder)
    {
        builder.HasOne(s => s.Recommendation).WithMany().HasForeignKey(s => s.RecommendationId);
        builder.HasIndex(s => new { s.RecommendationId, s.Version });
        builder.HasIndex(s => s.At);
    }
}
