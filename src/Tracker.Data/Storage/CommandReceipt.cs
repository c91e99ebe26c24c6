using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tracker.Data.Storage;

/// <summary>
/// A command that took effect, by the id its form was given: the same form posted again is answered as the first time
/// and does nothing more.
/// </summary>
internal sealed class CommandReceipt
{
    public Guid CommandId { get; init; }
    public Guid ActorId { get; init; }

    /// <summary>SHA-256 of what was sent: another content under the same id is no repetition.</summary>
    public required byte[] Content { get; init; }

    /// <summary>What the command answered.</summary>
    public required string Code { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

internal sealed class CommandReceiptMapping : IEntityTypeConfiguration<CommandReceipt>
{
    public void Configure(EntityTypeBuilder<CommandReceipt> builder)
    {
        builder.ToTable("CommandReceipts");
        builder.HasKey(r => r.CommandId);
        builder.Property(r => r.Content).HasMaxLength(32);
        builder.Property(r => r.Code).HasMaxLength(Lengths.Code);
        builder.HasIndex(r => r.At);
    }
}
