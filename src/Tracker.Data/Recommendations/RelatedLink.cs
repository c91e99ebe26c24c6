using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>A recommendation that says again what another said: linked, not copied.</summary>
internal sealed class RelatedLink : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public Guid RecommendationId { get; init; }

    /// <summary>The later one.</summary>
    public Recommendation? Recommendation { get; init; }

    [NotInHistory]
    public Guid OtherId { get; init; }

    /// <summary>The earlier one.</summary>
    public Recommendation? Other { get; init; }

    /// <summary>Code of the other, for the history.</summary>
    public required string OtherCode { get; init; }
    public LinkStanding Standing { get; set; }

    string IRecorded.HistoryKind => "related_link";
    string IRecorded.HistorySubject => Recommendation!.Code;
}

internal sealed class RelatedLinkMapping : IEntityTypeConfiguration<RelatedLink>
{
    public void Configure(EntityTypeBuilder<RelatedLink> builder)
    {
        builder.ToTable("RelatedLinks");
        builder.Property(l => l.OtherCode).HasMaxLength(Lengths.Code);
        builder.HasOne(l => l.Recommendation).WithMany().HasForeignKey(l => l.RecommendationId);
        builder.HasOne(l => l.Other).WithMany().HasForeignKey(l => l.OtherId);
        builder.HasIndex(l => new { l.RecommendationId, l.OtherId }).IsUnique();
        builder.HasIndex(l => l.OtherId);
    }
}
