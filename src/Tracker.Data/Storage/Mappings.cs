using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Access;
using Tracker.Data.Frameworks;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Themes;

namespace Tracker.Data.Storage;

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.HasKey(t => t.Code);
        builder.Property(t => t.Code).HasMaxLength(Lengths.Code);
        builder.Property(t => t.NameFr).HasMaxLength(Lengths.Name);
        builder.Property(t => t.NameEn).HasMaxLength(Lengths.Name);
    }
}

internal sealed class FrameworkMapping : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> builder)
    {
        builder.HasKey(f => f.Code);
        builder.Property(f => f.Code).HasMaxLength(Lengths.Code);
        builder.Property(f => f.NameFr).HasMaxLength(Lengths.Name);
        builder.Property(f => f.NameEn).HasMaxLength(Lengths.Name);
    }
}

internal sealed class FrameworkEntryMapping : IEntityTypeConfiguration<FrameworkEntry>
{
    public void Configure(EntityTypeBuilder<FrameworkEntry> builder)
    {
        builder.HasKey(e => e.Code);
        builder.Property(e => e.Code).HasMaxLength(Lengths.Code);
        builder.Property(e => e.Level).HasMaxLength(Lengths.Word);
        builder.HasOne<Framework>().WithMany().HasForeignKey(e => e.FrameworkCode);
        builder.HasOne<FrameworkEntry>().WithMany().HasForeignKey(e => e.ParentCode);
    }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(Lengths.Code);
        builder.Property(p => p.Level).HasMaxLength(Lengths.Word);
        builder.Property(p => p.NameFr).HasMaxLength(Lengths.Name);
        builder.Property(p => p.NameEn).HasMaxLength(Lengths.Name);
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.ParentCode);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.HasKey(o => o.Code);
        builder.Property(o => o.Code).HasMaxLength(Lengths.Code);
        builder.Property(o => o.Kind).HasMaxLength(Lengths.Word);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentCode);
        builder.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.OrganisationCode);
    }
}

internal sealed class OrganisationNameMapping : IEntityTypeConfiguration<OrganisationName>
{
    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        builder.Property(n => n.NameFr).HasMaxLength(Lengths.Name);
        builder.Property(n => n.NameEn).HasMaxLength(Lengths.Name);
        builder.Property(n => n.Acronym).HasMaxLength(Lengths.Word);
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.DisplayName).HasMaxLength(Lengths.Name);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasKey(m => new { m.AccountId, m.OrganisationCode });
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationCode);
    }
}

internal sealed class IdentityNames
    : IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) =>
        builder.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) =>
        builder.ToTable("AccountLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) =>
        builder.ToTable("AccountTokens");
}
