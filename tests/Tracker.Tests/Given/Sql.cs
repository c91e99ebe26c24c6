using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>Goes round the store on purpose, as somebody with the database's password could. Tests only.</summary>
internal static class Sql
{
#pragma warning disable RS0030 // the marked place of the tests
    public static string ConnectionString(TrackerContext context) =>
        context.Database.GetConnectionString()!;

    public static bool HasPendingModelChanges(DbContext context) =>
        context.Database.HasPendingModelChanges();

    /// <summary>Runs one statement; names in double quotes are understood by both databases.</summary>
    public static async Task<int> ExecuteAsync(this TestTracker tracker, string statement)
    {
        await using var context = tracker.Of<Contexts>().Open();
        DbConnection connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant statements of the tests
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
#pragma warning restore RS0030
}
