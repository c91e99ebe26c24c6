using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Organisations;

namespace Tracker.Data.Progress;

internal sealed class ProgressUpdateMapping : IEntityTypeConfiguration<ProgressUpdate>
{
    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.HasOne(u => u.Recommendation).WithMany().HasForeignKey(u => u.RecommendationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationCode);
        builder.HasIndex(u => new { u.RecommendationId, u.At });
    }
}
