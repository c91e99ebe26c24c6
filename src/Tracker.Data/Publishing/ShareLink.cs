using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Publishing;

/// <summary>
/// Lets whoever holds its address read a workshop's page until a day. The address itself is stored nowhere: only its
/// hash is.
/// </summary>
internal sealed class ShareLink : IRecorded, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public required byte[] TokenHash { get; init; }

    [NotInHistory]
    public Guid WorkshopId { get; init; }
    public Workshop? Workshop { get; init; }

    /// <summary>For whom, in the maker's words. Internal.</summary>
    public required string Purpose { get; init; }

    [NotInHistory]
    public Guid MadeById { get; init; }

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime MadeAt { get; init; }

    /// <summary>The last day on which it opens, programme time.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    [NotInHistory]
    public long Version { get; set; }

    string IRecorded.HistoryKind => "share_link";
    string IRecorded.HistorySubject => Workshop!.Code;
}

/// <summary>A choice an administrator made for everybody.</summary>
internal sealed class ProgrammeSetting : IRecorded
{
    public required string Key { get; init; }
    public required string Value { get; set; }

    string IRecorded.HistoryKind => "setting";
    string IRecorded.HistorySubject => Key;
}

internal sealed class PublishingMapping
    : IEntityTypeConfiguration<ShareLink>,
        IEntityTypeConfiguration<ProgrammeSetting>
{
    public void Configure(EntityTypeBuilder<ShareLink> builder)
    {
        builder.ToTable("ShareLinks");
        builder.Property(l => l.TokenHash).HasMaxLength(32);
        builder.Property(l => l.Purpose).HasMaxLength(Core.Publishing.ShareRules.LongestPurpose);
        builder.HasOne(l => l.Workshop).WithMany().HasForeignKey(l => l.WorkshopId);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.WorkshopId);
    }

    public void Configure(EntityTypeBuilder<ProgrammeSetting> builder)
    {
        builder.ToTable("ProgrammeSettings");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(Lengths.Word);
        builder.Property(s => s.Value).HasMaxLength(Lengths.Name);
    }
}
