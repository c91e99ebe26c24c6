using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Access;

namespace Tracker.Data.Drafts;

/// <summary>What somebody typed into a form and has not saved: theirs alone, gone once saved, discarded or signed out.</summary>
internal sealed class Draft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>Which form of which thing: <c>update KAY-2020-05</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The fields as JSON, as they were typed.</summary>
    public required string Fields { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Form).HasMaxLength(100);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        builder.HasIndex(d => new { d.AccountId, d.Form }).IsUnique();
        builder.HasIndex(d => d.SavedAt);
    }
}
