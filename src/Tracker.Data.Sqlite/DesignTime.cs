using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Tracker.Data.Sqlite;

/// <summary>Lets <c>dotnet ef</c> scaffold migrations without a program or a database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteTrackerContext>
{
    public SqliteTrackerContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteTrackerContext>()
                .UseSqlite("Data Source=design.db")
                .Options
        );
}
