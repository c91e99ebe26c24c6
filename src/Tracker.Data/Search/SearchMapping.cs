using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tracker.Data.Search;

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.HasKey(d => d.Key);
        builder
            .HasOne(d => d.Recommendation)
            .WithOne()
            .HasForeignKey<SearchDocument>(d => d.RecommendationId);
    }
}
