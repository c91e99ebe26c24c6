using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Import;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>One file applied at once.</summary>
internal sealed class ImportBatch : IRecorded, IVersioned
{
    public const int LongestFileName = 255;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file's bytes.</summary>
    [NotInHistory]
    public required byte[] FileHash { get; init; }

    [NotInHistory]
    public Guid ImporterId { get; init; }

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime At { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? UndoneAt { get; set; }
    public List<ImportRow> Rows { get; } = [];

    [NotInHistory]
    public long Version { get; set; }

    string IRecorded.HistoryKind => "import_batch";
    string IRecorded.HistorySubject => Id.ToString();
}

/// <summary>What became of one record of the file. The history tells of the recommendation; this leads to it.</summary>
internal sealed class ImportRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid BatchId { get; init; }

    /// <summary>Counted from one after the header, as the preview counted.</summary>
    public int RecordNo { get; init; }

    /// <summary>Number of the row or line in the file.</summary>
    public int Row { get; init; }
    public ImportAction Action { get; init; }
    public string? Code { get; init; }
    public Guid? RecommendationId { get; set; }

    /// <summary>The version the recommendation came to have: another by now means that somebody changed it since.</summary>
    public long? VersionAfter { get; init; }

    /// <summary>The values it had before an update, so that the batch can be undone. JSON.</summary>
    public string? Before { get; init; }

    /// <summary>Of what was held back: the cells as they came, and why. JSON.</summary>
    public string? Cells { get; init; }
    public string? Reasons { get; init; }
}

/// <summary>A file between its sending and its confirmation. Its owner's alone; forgotten after a day.</summary>
internal sealed class PendingImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OwnerId { get; init; }
    public required string FileName { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The corrected mapping of columns. JSON; null while the proposed one stands.</summary>
    public string? Mapping { get; set; }

    /// <summary>What was answered so far. JSON.</summary>
    public string? Answers { get; set; }
}

/// <summary>How the columns of a kind of file were mapped last time.</summary>
internal sealed class RememberedMapping
{
    /// <summary>SHA-256 of the folded headers, in hexadecimal.</summary>
    public required string SourceKey { get; init; }
    public required string Mapping { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}

internal sealed class ImportMapping
    : IEntityTypeConfiguration<ImportBatch>,
        IEntityTypeConfiguration<ImportRow>,
        IEntityTypeConfiguration<PendingImport>,
        IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.Property(b => b.FileName).HasMaxLength(ImportBatch.LongestFileName);
        builder.Property(b => b.FileHash).HasMaxLength(32);
        builder.HasMany(b => b.Rows).WithOne().HasForeignKey(r => r.BatchId);
        builder.HasIndex(b => b.At);
    }

    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("ImportRows");
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.RecommendationId);
        builder.HasIndex(r => new { r.BatchId, r.RecordNo });
        builder.HasIndex(r => r.RecommendationId);
    }

    public void Configure(EntityTypeBuilder<PendingImport> builder)
    {
        builder.ToTable("PendingImports");
        builder.Property(p => p.FileName).HasMaxLength(ImportBatch.LongestFileName);
        builder.HasIndex(p => p.OwnerId);
    }

    public void Configure(EntityTypeBuilder<RememberedMapping> builder)
    {
        builder.ToTable("RememberedMappings");
        builder.HasKey(m => m.SourceKey);
        builder.Property(m => m.SourceKey).HasMaxLength(64).IsUnicode(false);
    }
}
