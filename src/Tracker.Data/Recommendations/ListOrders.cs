using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>
/// The orders of the list as indexes: published or draft first, then what is sorted by, then the code. A page is then
/// read in its order and the reading stops when it is full, however many recommendations there are.
/// </summary>
internal static class ListOrders
{
    /// <param name="Name">Of the index.</param>
    /// <param name="Keys">What the list is sorted by, between publication and code.</param>
    /// <param name="Down">The last key falls.</param>
    /// <param name="Wide">
    /// The index carries what filters ask about, so that rows that do not match are passed without being fetched. For
    /// the orders people work in; the others would cost every write more than they give.
    /// </param>
    private sealed record Order(string Name, string[] Keys, bool Down = false, bool Wide = false);

    private static readonly Order[] All =
    [
        new("Code", [], Wide: true),
        new("TitleFr", [nameof(Recommendation.SortTitleFr)], Wide: true),
        new("TitleEn", [nameof(Recommendation.SortTitleEn)], Wide: true),
        new("Due", [nameof(Recommendation.DueMissing), nameof(Recommendation.DueDate)], Wide: true),
        new(
            "DueDown",
            [nameof(Recommendation.DueMissing), nameof(Recommendation.DueDate)],
            Down: true,
            Wide: true
        ),
        .. Both("Theme", nameof(Recommendation.ThemeOrder)),
        .. Both("Lead", nameof(Recommendation.LeadMissing), nameof(Recommendation.LeadCode)),
        .. Both("Status", nameof(Recommendation.StatusRank)),
        .. Both("Acceptance", nameof(Recommendation.AcceptanceRank)),
        .. Both("Percent", nameof(Recommendation.PercentMissing), nameof(Recommendation.Percent)),
        .. Both(
            "Update",
            nameof(Recommendation.UpdateMissing),
            nameof(Recommendation.LastUpdateOn)
        ),
    ];

    private static readonly string[] Asked =
    [
        nameof(Recommendation.ThemeCode),
        nameof(Recommendation.LeadCode),
        nameof(Recommendation.Status),
        nameof(Recommendation.Acceptance),
        nameof(Recommendation.Kind),
        nameof(Recommendation.LeadStanding),
        nameof(Recommendation.DueDate),
        nameof(Recommendation.ChangedAt),
        nameof(Recommendation.Id),
    ];

    /// <summary>What <see cref="Tallying"/> groups by, in its order: the groups come as the index is read.</summary>
    private static readonly string[] Tallied =
    [
        nameof(Recommendation.Publication),
        nameof(Recommendation.Status),
        nameof(Recommendation.Acceptance),
        nameof(Recommendation.Kind),
        nameof(Recommendation.ThemeCode),
        nameof(Recommendation.LeadStanding),
    ];

    private static readonly string[] Flagged =
    [
        nameof(Recommendation.DueDate),
        nameof(Recommendation.LastUpdateOn),
        nameof(Recommendation.PublishedOn),
        nameof(Recommendation.StatusSince),
        nameof(Recommendation.ReviewDate),
    ];

    /// <summary>The same words on both databases: square brackets and CASE are understood by either.</summary>
    public static void Compute(EntityTypeBuilder<Recommendation> builder)
    {
        Rank<ImplementationStatus>(builder, r => r.StatusRank, nameof(Recommendation.Status));
        Rank<Acceptance>(builder, r => r.AcceptanceRank, nameof(Recommendation.Acceptance));
        Missing(builder, r => r.LeadMissing, nameof(Recommendation.LeadCode));
        Missing(builder, r => r.DueMissing, nameof(Recommendation.DueDate));
        Missing(builder, r => r.PercentMissing, nameof(Recommendation.Percent));
        Missing(builder, r => r.UpdateMissing, nameof(Recommendation.LastUpdateOn));
    }

    /// <param name="carry">How this database lets an index carry further columns.</param>
    public static void Index(
        ModelBuilder builder,
        Func<EntityTypeBuilder<Recommendation>, string, string[], string[], IndexBuilder> carry
    )
    {
        var entity = builder.Entity<Recommendation>();
        foreach (var order in All)
        {
            string[] keys =
            [
                nameof(Recommendation.Publication),
                .. order.Keys,
                nameof(Recommendation.SortCode),
            ];
            var index = carry(
                entity,
                $"IX_Recommendations_List_{order.Name}",
                keys,
                order.Wide ? [.. Asked.Except(keys)] : []
            );
            if (order.Down)
            {
                var falling = new bool[index.Metadata.Properties.Count];
                falling[order.Keys.Length] = true;
                index.IsDescending(falling);
            }
        }
        carry(entity, "IX_Recommendations_Tally", Tallied, Flagged);
    }

    private static IEnumerable<Order> Both(string name, params string[] keys) =>
        [new(name, keys), new(name + "Down", keys, Down: true)];

    private static void Rank<T>(
        EntityTypeBuilder<Recommendation> builder,
        System.Linq.Expressions.Expression<Func<Recommendation, int>> rank,
        string column
    )
        where T : struct, Enum
    {
        var cases = Enum.GetValues<T>()
            .Select((value, order) => $"WHEN '{Codes.Of(value)}' THEN {order}");
        Computed(builder, rank, $"CASE [{column}] {string.Join(' ', cases)} ELSE 99 END");
    }

    private static void Missing(
        EntityTypeBuilder<Recommendation> builder,
        System.Linq.Expressions.Expression<Func<Recommendation, int>> missing,
        string column
    ) => Computed(builder, missing, $"CASE WHEN [{column}] IS NULL THEN 1 ELSE 0 END");

    /// <summary>Never written, and never read back after a write: no command asks for them.</summary>
    private static void Computed(
        EntityTypeBuilder<Recommendation> builder,
        System.Linq.Expressions.Expression<Func<Recommendation, int>> property,
        string sql
    )
    {
        var mapped = builder.Property(property).HasComputedColumnSql(sql).ValueGeneratedNever();
        mapped.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        mapped.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
