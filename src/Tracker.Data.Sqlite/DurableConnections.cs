using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tracker.Data.Sqlite;

/// <summary>
/// An acknowledged save survives a power cut: <c>synchronous=FULL</c> is a property of the connection and is not stored
/// in the file, so every connection is told.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public static DurableConnections Instance { get; } = new();

    private DurableConnections() { }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Pragma(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Pragma(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Pragma(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL;";
        return command;
    }
}
