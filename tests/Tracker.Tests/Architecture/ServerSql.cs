using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Tracker.Tests.Architecture;

/// <summary>What SQL Server would refuse of a statement, as far as its text tells: grammar, and a few rules beyond it.</summary>
internal static class ServerSql
{
    /// <summary>A statement with more is refused before it is read.</summary>
    public const int MostParameters = 2_100;

    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT",
        "COUNT_BIG",
        "SUM",
        "MIN",
        "MAX",
        "AVG",
    };

    public static IReadOnlyList<string> Refusals(string sql)
    {
        var parser = new TSql160Parser(initialQuotedIdentifiers: true);
        using var reader = new StringReader(sql);
        var parsed = parser.Parse(reader, out var errors);
        var beyond = new Beyond();
        parsed?.Accept(beyond);
        return [.. errors.Select(e => $"{e.Line}: {e.Message}"), .. beyond.Found];
    }

    private sealed class Beyond : TSqlFragmentVisitor
    {
        private readonly HashSet<TSqlFragment> _outer = [];

        public List<string> Found { get; } = [];

        public override void Visit(SelectStatement node) => _outer.Add(node.QueryExpression);

        public override void Visit(OrderByClause node)
        {
            var columns = node.OrderByElements.Select(e => Text(e.Expression)).ToList();
            Found.AddRange(
                columns
                    .GroupBy(c => c, StringComparer.OrdinalIgnoreCase)
                    .Where(c => c.Count() > 1)
                    .Select(c => $"ordered twice by {c.Key}")
            );
        }

        public override void Visit(QuerySpecification node)
        {
            var limited = node.TopRowFilter is not null || node.OffsetClause is not null;
            if (node.OrderByClause is not null && !limited && !_outer.Contains(node))
            {
                Found.Add("an order inside a query that takes all rows");
            }
        }

        public override void Visit(FunctionCall node)
        {
            if (Aggregates.Contains(node.FunctionName.Value) && node.Parameters.Any(HoldsQuery))
            {
                Found.Add($"a query inside {node.FunctionName.Value}");
            }
        }

        public override void Visit(GroupByClause node)
        {
            if (HoldsQuery(node))
            {
                Found.Add("grouped by a query");
            }
        }

        private static bool HoldsQuery(TSqlFragment fragment)
        {
            var inner = new Inner();
            fragment.Accept(inner);
            return inner.Found;
        }

        private static string Text(TSqlFragment fragment) =>
            string.Concat(
                fragment
                    .ScriptTokenStream.Skip(fragment.FirstTokenIndex)
                    .Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
                    .Select(t => t.Text)
            );
    }

    private sealed class Inner : TSqlFragmentVisitor
    {
        public bool Found { get; private set; }

        public override void Visit(QuerySpecification node) => Found = true;
    }
}
