using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Storage;

namespace Tracker.Data.Workshops;

internal sealed class WorkshopMapping
    : IEntityTypeConfiguration<Workshop>,
        IEntityTypeConfiguration<WorkshopOrganiser>,
        IEntityTypeConfiguration<WorkshopFunder>
{
    public void Configure(EntityTypeBuilder<Workshop> builder)
    {
        builder.Property(w => w.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(w => w.Code).IsUnique();
        builder.Property(w => w.NameFr).HasMaxLength(Lengths.Name);
        builder.Property(w => w.NameEn).HasMaxLength(Lengths.Name);
        builder.Property(w => w.ThemeFr).HasMaxLength(Lengths.Name);
        builder.Property(w => w.ThemeEn).HasMaxLength(Lengths.Name);
        builder.Property(w => w.Venue).HasMaxLength(Lengths.Name);
        builder.Property(w => w.Source).HasMaxLength(Lengths.Name);
        builder.HasOne<Place>().WithMany().HasForeignKey(w => w.PlaceCode);
        builder.HasIndex(w => w.EndsOn);
    }

    public void Configure(EntityTypeBuilder<WorkshopOrganiser> builder)
    {
        builder.ToTable("WorkshopOrganisers");
        builder.HasKey(o => new { o.WorkshopId, o.OrganisationCode });
        builder
            .HasOne(o => o.Workshop)
            .WithMany(w => w.Organisers)
            .HasForeignKey(o => o.WorkshopId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationCode);
    }

    public void Configure(EntityTypeBuilder<WorkshopFunder> builder)
    {
        builder.ToTable("WorkshopFunders");
        builder.HasKey(f => new { f.WorkshopId, f.OrganisationCode });
        builder.HasIndex(f => new { f.OrganisationCode, f.WorkshopId });
        builder.HasOne(f => f.Workshop).WithMany(w => w.Funders).HasForeignKey(f => f.WorkshopId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationCode);
    }
}
