using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Frameworks;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Progress;
using Tracker.Data.Storage;
using Tracker.Data.Themes;

namespace Tracker.Data.Recommendations;

internal sealed class RecommendationMapping : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.Property(r => r.TitleFr).HasMaxLength(Lengths.Title);
        builder.Property(r => r.TitleEn).HasMaxLength(Lengths.Title);
        builder.Property(r => r.SortTitleFr).HasMaxLength(Lengths.SortTitle);
        builder.Property(r => r.SortTitleEn).HasMaxLength(Lengths.SortTitle);
        builder.HasOne(r => r.Workshop).WithMany().HasForeignKey(r => r.WorkshopId);
        builder.HasOne(r => r.Theme).WithMany().HasForeignKey(r => r.ThemeCode);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.LeadCode);
        builder.HasOne(r => r.ReplacedBy).WithMany().HasForeignKey(r => r.ReplacedById);
        builder.HasOne<BlockerCause>().WithMany().HasForeignKey(r => r.BlockedBy);
        builder
            .HasMany(r => r.Periods)
            .WithOne(p => p.Recommendation)
            .HasForeignKey(p => p.RecommendationId);

        builder.Property(r => r.SortCode).HasMaxLength(Lengths.Code + 6);
        ListOrders.Compute(builder);
        builder.HasIndex(r => new { r.Publication, r.ChangedAt });
        builder.HasIndex(r => r.ReplacedById);
        builder.Ignore(r => r.Title);
        builder.Ignore(r => r.Facts);
        builder.Ignore(r => r.FlagFacts);
    }
}

internal sealed class RecommendationLinksMapping
    : IEntityTypeConfiguration<RecommendationSupport>,
        IEntityTypeConfiguration<RecommendationPlace>,
        IEntityTypeConfiguration<RecommendationFrameworkEntry>,
        IEntityTypeConfiguration<RecommendationPeriod>
{
    public void Configure(EntityTypeBuilder<RecommendationSupport> builder)
    {
        builder.ToTable("RecommendationSupports");
        builder
            .HasOne(s => s.Recommendation)
            .WithMany(r => r.Supporting)
            .HasForeignKey(s => s.RecommendationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationCode);
        builder.HasIndex(s => new
        {
            s.OrganisationCode,
            s.To,
            s.RecommendationId,
        });
        builder.HasIndex(s => new
        {
            s.RecommendationId,
            s.To,
            s.OrganisationCode,
        });
    }

    public void Configure(EntityTypeBuilder<RecommendationPlace> builder)
    {
        builder.ToTable("RecommendationPlaces");
        builder
            .HasOne(p => p.Recommendation)
            .WithMany(r => r.Places)
            .HasForeignKey(p => p.RecommendationId);
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.PlaceCode);
        builder.HasIndex(p => new
        {
            p.PlaceCode,
            p.To,
            p.RecommendationId,
        });
        builder.HasIndex(p => new
        {
            p.RecommendationId,
            p.To,
            p.PlaceCode,
        });
    }

    public void Configure(EntityTypeBuilder<RecommendationFrameworkEntry> builder)
    {
        builder.ToTable("RecommendationFrameworkEntries");
        builder
            .HasOne(e => e.Recommendation)
            .WithMany(r => r.FrameworkEntries)
            .HasForeignKey(e => e.RecommendationId);
        builder.HasOne<FrameworkEntry>().WithMany().HasForeignKey(e => e.EntryCode);
        builder.HasIndex(e => new
        {
            e.EntryCode,
            e.To,
            e.RecommendationId,
        });
        builder.HasIndex(e => new
        {
            e.RecommendationId,
            e.To,
            e.EntryCode,
        });
    }

    public void Configure(EntityTypeBuilder<RecommendationPeriod> builder)
    {
        builder.ToTable("RecommendationPeriods");
        builder.Property(p => p.LeadCode).HasMaxLength(Lengths.Code);
        builder.Property(p => p.ThemeCode).HasMaxLength(Lengths.Code);
        builder.HasIndex(p => new { p.RecommendationId, p.From });
        builder.Property(p => p.BlockedBy).HasMaxLength(Lengths.Word);
        builder.HasIndex(p => new { p.To, p.From });
    }
}
