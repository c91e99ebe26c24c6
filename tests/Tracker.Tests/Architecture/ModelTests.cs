using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Architecture;

public sealed class ModelTests
{
    public static TheoryData<Database> Both() => [Database.Sqlite, Database.SqlServer];

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_foreign_key_restricts(Database database)
    {
        using var context = Open(database);
        Assert.True(Models.KeyCount(context.Model) > 20);
        Assert.Empty(Models.KeysThatDoNotRestrict(context.Model));
    }

    [Fact]
    public void A_foreign_key_that_cascades_is_caught()
    {
        using var careless = new CarelessContext();
        Assert.Equal(["Child -> Parent"], Models.KeysThatDoNotRestrict(careless.Model));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_migrations_have_caught_up_with_the_model(Database database)
    {
        using var context = Open(database);
        Assert.NotEmpty(Models.Tables(context));
        Assert.False(
            Sql.HasPendingModelChanges(context),
            $"dotnet ef migrations add NAME --project src/Tracker.Data.{database}"
        );
    }

    [Fact]
    public void A_model_without_its_migration_is_caught()
    {
        using var careless = new CarelessContext();
        Assert.True(Sql.HasPendingModelChanges(careless));
    }

    /// <summary>The search index is no table of the model: each database finds words in its own way.</summary>
    [Fact]
    public void Both_databases_have_the_same_tables()
    {
        using var sqlite = Models.Sqlite();
        using var server = Models.SqlServer();
        var tables = Models.Tables(sqlite);
        Assert.True(tables.Count > 20, $"Only {tables.Count} tables were found.");
        Assert.Equal(tables, Models.Tables(server));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_migrations_make_the_tables_of_the_model(Database database)
    {
        using var context = Open(database);
        var modelled = context.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct();
        Assert.Equal(modelled.Order(StringComparer.Ordinal), Models.Tables(context));
    }

    [Fact]
    public void The_script_for_sql_server_is_proper_and_holds_no_cascade()
    {
        using var context = Models.SqlServer();
        var (errors, tables, cascades) = Models.Read(Models.Script(context));
        Assert.Empty(errors);
        Assert.True(tables > 20, $"Only {tables} tables were found in the script.");
        Assert.Empty(cascades);
    }

    [Fact]
    public void A_broken_script_and_a_cascade_are_caught()
    {
        Assert.NotEmpty(Models.Read("CREATE TABEL A (Id int);").Errors);
        const string Cascading = """
            CREATE TABLE B (
                Id int NOT NULL,
                CONSTRAINT FK_B FOREIGN KEY (Id) REFERENCES A (Id) ON DELETE CASCADE
            );
            """;
        Assert.Equal(["FK_B"], Models.Read(Cascading).Cascades);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_row_that_people_change_carries_a_version_both_databases_check(
        Database database
    )
    {
        using var context = Open(database);
        var versioned = context
            .Model.GetEntityTypes()
            .Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType))
            .ToList();
        Assert.True(versioned.Count >= 3);
        Assert.All(
            versioned,
            t => Assert.True(t.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken, t.Name)
        );
    }

    private static TrackerContext Open(Database database) =>
        database == Database.Sqlite ? Models.Sqlite() : Models.SqlServer();

    internal sealed class CarelessContext : DbContext
    {
        public DbSet<Parent> Parents => Set<Parent>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite("Data Source=:memory:");
    }

    internal sealed class Parent
    {
        public int Id { get; set; }
        public List<Child> Children { get; } = [];
    }

    internal sealed class Child
    {
        public int Id { get; set; }
        public int ParentId { get; set; }
    }
}
