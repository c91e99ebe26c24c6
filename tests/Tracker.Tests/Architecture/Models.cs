using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Tracker.Data.Sqlite;
using Tracker.Data.SqlServer;
using Tracker.Data.Storage;

namespace Tracker.Tests.Architecture;

/// <summary>The models and migrations of both databases, read without either.</summary>
internal static class Models
{
    public static TrackerContext Sqlite() => new Data.Sqlite.DesignTime().CreateDbContext([]);

    public static TrackerContext SqlServer() => new Data.SqlServer.DesignTime().CreateDbContext([]);

    public static IEnumerable<string> KeysThatDoNotRestrict(IReadOnlyModel model) =>
        model
            .GetEntityTypes()
            .SelectMany(t => t.GetForeignKeys())
            .Where(k => k.DeleteBehavior != DeleteBehavior.Restrict)
            .Select(k =>
                $"{k.DeclaringEntityType.DisplayName()} -> {k.PrincipalEntityType.DisplayName()}"
            );

    public static int KeyCount(IReadOnlyModel model) =>
        model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Count();

    /// <summary>The tables that stand once all migrations have run.</summary>
    public static SortedSet<string> Tables(DbContext context)
    {
        var tables = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var operation in Operations(context))
        {
            switch (operation)
            {
                case CreateTableOperation create:
                    tables.Add(create.Name);
                    break;
                case DropTableOperation drop:
                    tables.Remove(drop.Name);
                    break;
                case RenameTableOperation { NewName: { } name } rename:
                    tables.Remove(rename.Name);
                    tables.Add(name);
                    break;
            }
        }
        return tables;
    }

    public static string Script(DbContext context) =>
        context.GetService<IMigrator>().GenerateScript();

    /// <summary>What SQL Server would say to a script, and the statements in it that delete or update by the way.</summary>
    public static (IReadOnlyList<string> Errors, int Tables, IReadOnlyList<string> Cascades) Read(
        string script
    )
    {
        var parser = new TSql160Parser(initialQuotedIdentifiers: true);
        using var reader = new StringReader(script);
        var parsed = parser.Parse(reader, out var errors);
        var visitor = new Cascades();
        parsed?.Accept(visitor);
        return ([.. errors.Select(e => $"{e.Line}: {e.Message}")], visitor.Tables, visitor.Found);
    }

    private static IEnumerable<MigrationOperation> Operations(DbContext context)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        var provider = context.Database.ProviderName!;
        return migrations
            .Migrations.OrderBy(m => m.Key, StringComparer.Ordinal)
            .SelectMany(m => migrations.CreateMigration(m.Value, provider).UpOperations);
    }

    private sealed class Cascades : TSqlFragmentVisitor
    {
        public int Tables { get; private set; }

        public List<string> Found { get; } = [];

        public override void Visit(CreateTableStatement node) => Tables++;

        public override void Visit(ForeignKeyConstraintDefinition node)
        {
            if (Moves(node.DeleteAction) || Moves(node.UpdateAction))
            {
                Found.Add(node.ConstraintIdentifier?.Value ?? "?");
            }
        }

        private static bool Moves(DeleteUpdateAction action) =>
            action is not (DeleteUpdateAction.NotSpecified or DeleteUpdateAction.NoAction);
    }
}
