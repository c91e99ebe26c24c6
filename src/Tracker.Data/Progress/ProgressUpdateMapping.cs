using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Organisations;
using Tracker.Data.Storage;

namespace Tracker.Data.Progress;

internal sealed class ProgressUpdateMapping
    : IEntityTypeConfiguration<ProgressUpdate>,
        IEntityTypeConfiguration<BlockerCause>
{
    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.Property(u => u.Period).HasMaxLength(Lengths.Word).IsUnicode(false);
        builder.HasOne(u => u.Recommendation).WithMany().HasForeignKey(u => u.RecommendationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationCode);
        builder.HasOne<BlockerCause>().WithMany().HasForeignKey(u => u.BlockedBy);
        builder.HasOne<ProgressUpdate>().WithMany().HasForeignKey(u => u.CorrectsId);
        builder.HasIndex(u => new { u.RecommendationId, u.At });
    }

    public void Configure(EntityTypeBuilder<BlockerCause> builder)
    {
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(Lengths.Code);
        builder.Property(c => c.NameFr).HasMaxLength(Lengths.Name);
        builder.Property(c => c.NameEn).HasMaxLength(Lengths.Name);
    }
}
