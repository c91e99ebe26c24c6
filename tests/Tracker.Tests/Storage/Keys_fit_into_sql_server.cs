using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Tracker.Tests.Architecture;

namespace Tracker.Tests.Storage;

/// <summary>An index that is too wide is made with a warning, and refuses the first row that fills it.</summary>
public sealed class Keys_fit_into_sql_server
{
    private const int MostClustered = 900;
    private const int Most = 1_700;

    /// <summary>Identity's own, 450 letters a part. Nothing writes them: there are no outer logins and no tokens.</summary>
    private static readonly string[] Unused = ["AccountLogins", "AccountTokens"];

    [Fact]
    public void Every_key_and_index_is_within_the_width_of_one()
    {
        using var context = Models.SqlServer();
        var widths = Widths(context).ToList();

        Assert.True(widths.Count > 50, $"Only {widths.Count} keys and indexes were found.");
        Assert.Empty(
            widths
                .Where(w => w.Bytes > (w.Clustered ? MostClustered : Most))
                .Select(w => w.Table)
                .Except(Unused)
        );
    }

    /// <summary>The two exceptions are still needed: one that is not would hide the next.</summary>
    [Fact]
    public void The_exceptions_are_too_wide_indeed()
    {
        using var context = Models.SqlServer();

        Assert.Equal(
            Unused,
            Widths(context)
                .Where(w => w.Bytes > (w.Clustered ? MostClustered : Most))
                .Select(w => w.Table)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_key_without_a_width_is_caught() =>
        Assert.True(BytesOf("nvarchar(max)") > Most && BytesOf("varbinary(max)") > Most);

    private static IEnumerable<(string Table, bool Clustered, int Bytes)> Widths(DbContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            foreach (var key in entity.GetKeys())
            {
                yield return (table, key.IsClustered() ?? key.IsPrimaryKey(), Sum(key.Properties));
            }
            foreach (var index in entity.GetIndexes())
            {
                yield return (table, index.IsClustered() ?? false, Sum(index.Properties));
            }
        }
    }

    private static int Sum(IEnumerable<IProperty> properties) =>
        properties.Sum(p => BytesOf(p.GetColumnType()));

    private static int BytesOf(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? type : type[..open];
        var length =
            open >= 0
            && int.TryParse(
                type[(open + 1)..^1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var given
            )
                ? given
                : 0;
        return name switch
        {
            "nvarchar" => length == 0 ? int.MaxValue / 100 : 2 * length,
            "varchar" or "varbinary" => length == 0 ? int.MaxValue / 100 : length,
            "uniqueidentifier" => 16,
            "bigint" or "datetime2" => 8,
            "int" => 4,
            "date" => 3,
            "bit" => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "An unknown type."),
        };
    }
}
