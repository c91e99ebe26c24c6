using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Comments;

/// <summary>A word between those who work on a recommendation. Never shown to donors, analysts or the public.</summary>
internal sealed class InternalComment : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [NotInHistory]
    public Guid RecommendationId { get; init; }
    public Recommendation? Recommendation { get; init; }

    [NotInHistory]
    public Guid AuthorId { get; init; }
    public required string OrganisationCode { get; init; }

    /// <summary>UTC.</summary>
    [NotInHistory]
    public DateTime At { get; init; }
    public required string Text { get; init; }

    [NotInHistory]
    public Language Language { get; init; }
    public List<CommentMention> Mentions { get; } = [];

    string IRecorded.HistoryKind => "internal_comment";
    string IRecorded.HistorySubject => Recommendation!.Code;
}

/// <summary>An organisation whose focal points are asked to read a comment.</summary>
internal sealed class CommentMention
{
    public Guid CommentId { get; init; }
    public InternalComment? Comment { get; init; }
    public required string OrganisationCode { get; init; }
}

internal sealed class CommentMapping
    : IEntityTypeConfiguration<InternalComment>,
        IEntityTypeConfiguration<CommentMention>
{
    public void Configure(EntityTypeBuilder<InternalComment> builder)
    {
        builder.ToTable("InternalComments");
        builder.HasOne(c => c.Recommendation).WithMany().HasForeignKey(c => c.RecommendationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationCode);
        builder.HasIndex(c => new { c.RecommendationId, c.At });
    }

    public void Configure(EntityTypeBuilder<CommentMention> builder)
    {
        builder.ToTable("CommentMentions");
        builder.HasKey(m => new { m.CommentId, m.OrganisationCode });
        builder.HasOne(m => m.Comment).WithMany(c => c.Mentions).HasForeignKey(m => m.CommentId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationCode);
        builder.HasIndex(m => m.OrganisationCode);
    }
}
