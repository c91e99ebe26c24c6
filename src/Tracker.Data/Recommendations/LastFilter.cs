using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tracker.Data.Recommendations;

/// <summary>The filter a person last looked through. A convenience of theirs: no history, no deed.</summary>
internal sealed class LastFilter
{
    public const int Longest = 2000;

    public Guid AccountId { get; init; }

    /// <summary>As in the address, without the page.</summary>
    public required string Query { get; set; }
}

internal sealed class LastFilterMapping : IEntityTypeConfiguration<LastFilter>
{
    public void Configure(EntityTypeBuilder<LastFilter> builder)
    {
        builder.HasKey(f => f.AccountId);
        builder.Property(f => f.AccountId).ValueGeneratedNever();
        builder.Property(f => f.Query).HasMaxLength(LastFilter.Longest);
    }
}
