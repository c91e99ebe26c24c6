using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Tracker.Data.SqlServer;

/// <summary>Lets <c>dotnet ef</c> scaffold migrations without a program or a server.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqlServerTrackerContext>
{
    public SqlServerTrackerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerTrackerContext>().UseSqlServer().Options);
}
