using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

internal sealed class HistoryMapping
    : IEntityTypeConfiguration<HistoryLine>,
        IEntityTypeConfiguration<HistoryText>,
        IEntityTypeConfiguration<HistoryHead>,
        IEntityTypeConfiguration<PersonName>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<HistoryLine> builder)
    {
        builder.HasKey(l => l.Sequence);
        builder.Property(l => l.Deed).HasMaxLength(Lengths.Word);
        builder.Property(l => l.Kind).HasMaxLength(Lengths.Word);
        builder.Property(l => l.Field).HasMaxLength(Lengths.Word);
        builder.Property(l => l.Subject).HasMaxLength(Lengths.Code);
        builder.Property(l => l.OnBehalfOf).HasMaxLength(Lengths.Code);
        builder.Property(l => l.BeforeHash).HasMaxLength(HashLength);
        builder.Property(l => l.AfterHash).HasMaxLength(HashLength);
        builder.Property(l => l.PreviousHash).HasMaxLength(HashLength);
        builder.Property(l => l.Hash).HasMaxLength(HashLength);
        builder.HasIndex(l => new { l.Subject, l.Sequence });
    }

    public void Configure(EntityTypeBuilder<HistoryText> builder)
    {
        builder.HasKey(t => t.Sequence);
        builder.HasOne(t => t.Line).WithOne().HasForeignKey<HistoryText>(t => t.Sequence);
        builder.Property(t => t.Salt).HasMaxLength(16);
    }

    public void Configure(EntityTypeBuilder<HistoryHead> builder)
    {
        builder.Property(h => h.Hash).HasMaxLength(HashLength);
        builder.Property(h => h.Sequence).IsConcurrencyToken();
        builder.HasData(new HistoryHead { Id = HistoryHead.OnlyId, Hash = new byte[HashLength] });
    }

    public void Configure(EntityTypeBuilder<PersonName> builder)
    {
        builder.HasKey(p => p.PersonId);
        builder.Property(p => p.Name).HasMaxLength(Lengths.Name);
        builder.Property(p => p.OrganisationCode).HasMaxLength(Lengths.Code);
        builder.Property(p => p.Role).HasMaxLength(Lengths.Word);
    }
}
