using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Milestones;

/// <summary>An intermediate result with its own due date. One may serve several recommendations.</summary>
internal sealed class Milestone : IRecorded, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The recommendation it was set for: its history is told there.</summary>
    [NotInHistory]
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public required string Title { get; set; }
    public Language Language { get; set; }
    public DateOnly DueDate { get; set; }

    /// <summary>Null while it is to be reached.</summary>
    public DateOnly? ReachedOn { get; set; }

    /// <summary>Given up: shown with its reason, expected no more.</summary>
    public string? DroppedBecause { get; set; }

    /// <summary>The recommendations it serves, the one it was set for among them.</summary>
    public List<MilestoneLink> Serves { get; } = [];

    /// <summary>The due dates it had, with the reason each was moved.</summary>
    public List<MilestoneMove> Moves { get; } = [];

    [NotInHistory]
    public long Version { get; set; }

    string IRecorded.HistoryKind => "milestone";
    string IRecorded.HistorySubject => Recommendation!.Code;
}

/// <summary>A milestone serves a recommendation, from one day to another.</summary>
internal sealed class MilestoneLink : IRecordedValue
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MilestoneId { get; init; }
    public Milestone? Milestone { get; init; }
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }
    public DateOnly From { get; init; }

    /// <summary>Exclusive; null while it does.</summary>
    public DateOnly? To { get; set; }

    string IRecorded.HistoryKind => "milestone";
    string IRecorded.HistorySubject => Recommendation!.Code;
    string IRecordedValue.HistoryField => "milestone";
    string IRecordedValue.HistoryValue => Milestone!.Title;
    bool IRecordedValue.IsCurrent => To is null;
}

/// <summary>A due date that a milestone had, and why it moved.</summary>
internal sealed class MilestoneMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MilestoneId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

internal sealed class MilestoneMapping
    : IEntityTypeConfiguration<Milestone>,
        IEntityTypeConfiguration<MilestoneLink>,
        IEntityTypeConfiguration<MilestoneMove>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("Milestones");
        builder.Property(m => m.Title).HasMaxLength(Lengths.Title);
        builder.HasOne(m => m.Recommendation).WithMany().HasForeignKey(m => m.RecommendationId);
        builder.HasMany(m => m.Moves).WithOne().HasForeignKey(m => m.MilestoneId);
    }

    public void Configure(EntityTypeBuilder<MilestoneLink> builder)
    {
        builder.ToTable("MilestoneLinks");
        builder.HasOne(l => l.Milestone).WithMany(m => m.Serves).HasForeignKey(l => l.MilestoneId);
        builder.HasOne(l => l.Recommendation).WithMany().HasForeignKey(l => l.RecommendationId);
        builder.HasIndex(l => new { l.RecommendationId, l.To });
        builder.HasIndex(l => l.MilestoneId);
    }

    public void Configure(EntityTypeBuilder<MilestoneMove> builder)
    {
        builder.ToTable("MilestoneMoves");
        builder.HasIndex(m => m.MilestoneId);
    }
}
