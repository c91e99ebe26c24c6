using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Evidence;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>
/// A file or a link that shows what was done. Replaced evidence stays: the versions of one piece share its
/// <see cref="PieceId"/>.
/// </summary>
internal sealed class EvidenceItem : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }

    /// <summary>The first version's id.</summary>
    [NotInHistory]
    public Guid PieceId { get; init; }

    /// <summary>Counted from one within the piece.</summary>
    public int Number { get; init; } = 1;

    /// <summary>A newer version stands in its place.</summary>
    public bool Replaced { get; set; }

    /// <summary>Why it was taken back: no longer counts as evidence, and is shown to nobody but the coordination and the lead.</summary>
    public string? WithdrawnBecause { get; set; }
    public EvidenceKind Kind { get; init; }
    public EvidenceVisibility Visibility { get; set; }
    public required string Title { get; init; }
    public string? Note { get; init; }

    /// <summary>The day of the document itself.</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>Where it is a link.</summary>
    public string? Address { get; init; }

    /// <summary>Where it is a file: the name it had, as data only.</summary>
    public string? FileName { get; init; }
    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The random name under which the store keeps the bytes.</summary>
    [NotInHistory]
    public string? StoredAs { get; init; }

    [NotInHistory]
    public Guid AuthorId { get; init; }
    public required string OrganisationCode { get; init; }
    public bool OnBehalf { get; init; }

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime At { get; init; }

    public bool Counts => !Replaced && WithdrawnBecause is null;

    string IRecorded.HistoryKind => "evidence";
    string IRecorded.HistorySubject => Recommendation!.Code;
}

/// <summary>A file on its way, part by part: known to its sender only, and swept away when nothing more comes.</summary>
internal sealed class Upload
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public required string RecommendationCode { get; init; }
    public required string FileName { get; init; }

    /// <summary>Bytes it will have.</summary>
    public long Size { get; init; }

    /// <summary>Bytes that have come and are on disk.</summary>
    public long Received { get; set; }
    public required string StoredAs { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime HeardAt { get; set; }
}

internal sealed class EvidenceMapping
    : IEntityTypeConfiguration<EvidenceItem>,
        IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("Evidence");
        builder.Property(e => e.Title).HasMaxLength(Lengths.Title);
        builder.Property(e => e.Address).HasMaxLength(2000);
        builder.Property(e => e.FileName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.ContentType).HasMaxLength(200).IsUnicode(false);
        builder.Property(e => e.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(e => e.StoredAs).HasMaxLength(80).IsUnicode(false);
        builder.HasOne(e => e.Recommendation).WithMany().HasForeignKey(e => e.RecommendationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationCode);
        builder.HasIndex(e => new { e.RecommendationId, e.Replaced });
        builder.HasIndex(e => e.PieceId);
        builder.Ignore(e => e.Counts);
    }

    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("Uploads");
        builder.Property(u => u.RecommendationCode).HasMaxLength(Lengths.Code);
        builder.Property(u => u.FileName).HasMaxLength(Lengths.Name);
        builder.Property(u => u.StoredAs).HasMaxLength(80).IsUnicode(false);
        builder.HasIndex(u => u.HeardAt);
    }
}
