using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Views;
using Tracker.Data.Storage;

namespace Tracker.Data.Views;

/// <summary>A page under a filter that somebody gave a name.</summary>
internal sealed class SavedView : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names it in its address: short, made by chance, never reused.</summary>
    public required string Slug { get; init; }

    [NotInHistory]
    public Guid OwnerId { get; init; }
    public required string Name { get; set; }

    /// <summary>A page that knows filters: <c>/</c>, <c>/recommendations</c>, <c>/compare</c>.</summary>
    public required string Page { get; set; }

    /// <summary>As in the address, without the question mark.</summary>
    public required string Query { get; set; }

    /// <summary>Offered to everybody; each opens it with their own rights.</summary>
    public bool Shared { get; set; }

    string IRecorded.HistoryKind => "saved_view";
    string IRecorded.HistorySubject => Slug;
}

/// <summary>The view a person begins with. A convenience of theirs: no history.</summary>
internal sealed class StartView
{
    public Guid AccountId { get; init; }
    public Guid ViewId { get; set; }
}

/// <summary>Days a person looked at figures. A convenience of theirs: no history.</summary>
internal sealed class LastVisit
{
    public Guid AccountId { get; init; }

    /// <summary>The day before <see cref="On"/> on which they came; null where they never did.</summary>
    public DateOnly? Before { get; set; }
    public DateOnly On { get; set; }
}

internal sealed class SavedViewMapping
    : IEntityTypeConfiguration<SavedView>,
        IEntityTypeConfiguration<StartView>,
        IEntityTypeConfiguration<LastVisit>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(v => v.Slug).HasMaxLength(16);
        builder.Property(v => v.Name).HasMaxLength(ViewRules.LongestName);
        builder.Property(v => v.Page).HasMaxLength(Lengths.Word);
        builder.Property(v => v.Query).HasMaxLength(ViewRules.LongestQuery);
        builder.HasIndex(v => v.Slug).IsUnique();
        builder.HasIndex(v => v.OwnerId);
    }

    public void Configure(EntityTypeBuilder<StartView> builder)
    {
        builder.ToTable("StartViews");
        builder.HasKey(v => v.AccountId);
        builder.HasOne<SavedView>().WithMany().HasForeignKey(v => v.ViewId);
        builder.HasIndex(v => v.ViewId);
    }

    public void Configure(EntityTypeBuilder<LastVisit> builder)
    {
        builder.ToTable("LastVisits");
        builder.HasKey(v => v.AccountId);
    }
}
