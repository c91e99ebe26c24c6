using System.Data.Common;
using System.Security.Authentication;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Tracker.Web.Setup;

/// <summary>Why the database gives no answer, in words that hold nothing of a connection string.</summary>
internal enum DatabaseFault
{
    Unreachable,
    Starting,
    LoginRefused,
    CertificateRefused,
    NoDatabase,
    NotAllowed,
    Busy,
    Unreadable,
    Full,
    Failed,
}

internal static class DatabaseFaults
{
    /// <summary>SQL Server's severity from which on the connection itself is lost.</summary>
    private const byte LostConnection = 20;

    /// <summary>What lies at the bottom of a failure; null where it is not the database.</summary>
    public static DatabaseFault? Of(Exception problem) =>
        problem switch
        {
            SqlException { InnerException: AuthenticationException } =>
                DatabaseFault.CertificateRefused,
            SqlException server => OfServer(server.Number, server.Class),
            SqliteException file => OfFile(file.SqliteErrorCode),
            DbException => DatabaseFault.Failed,
            { InnerException: { } inner } => Of(inner),
            _ => null,
        };

    /// <summary>Whether waiting may help: a server that starts refuses connections first and opens databases last.</summary>
    public static bool Passes(DatabaseFault fault) =>
        fault is DatabaseFault.Unreachable or DatabaseFault.Starting;

    /// <summary>For whoever reads a terminal or a log: administrators, in English.</summary>
    public static string Sentence(DatabaseFault fault) =>
        fault switch
        {
            DatabaseFault.Unreachable => "the database server does not answer",
            DatabaseFault.Starting => "the database server is still starting",
            DatabaseFault.LoginRefused => "the database server refuses the login",
            DatabaseFault.CertificateRefused =>
                "the certificate of the database server is not trusted",
            DatabaseFault.NoDatabase => "the login opens no database of that name",
            DatabaseFault.NotAllowed => "the login may not do this in the database",
            DatabaseFault.Busy => "another process holds the database file",
            DatabaseFault.Unreadable => "the database file cannot be read or written",
            DatabaseFault.Full => "there is no room left for the database",
            _ => "the database does not answer",
        };

    public static DatabaseFault OfServer(int number, byte severity) =>
        number switch
        {
            18452 or 18456 or 18470 or 18486 or 18487 or 18488 => DatabaseFault.LoginRefused,
            // What the system says of a chain or a name it does not trust.
            -2146893019 or -2146893022 or -2146762487 => DatabaseFault.CertificateRefused,
            911 or 4060 or 4064 => DatabaseFault.NoDatabase,
            229 or 230 or 262 or 916 => DatabaseFault.NotAllowed,
            904 or 922 or 927 or 1801 or 6005 or 17142 or 18401 or 40613 => DatabaseFault.Starting,
            1101 or 1105 or 9002 => DatabaseFault.Full,
            -2 or -1 or 0 or 2 or 40 or 53 or 64 or 111 or 121 or 233 or 258 => Unreachable,
            1225 or 10053 or 10054 or 10060 or 10061 or 11001 => Unreachable,
            _ => severity >= LostConnection ? Unreachable : DatabaseFault.Failed,
        };

    private static DatabaseFault Unreachable => DatabaseFault.Unreachable;

    private static DatabaseFault OfFile(int code) =>
        code switch
        {
            5 or 6 => DatabaseFault.Busy,
            8 or 10 or 11 or 14 or 26 => DatabaseFault.Unreadable,
            13 => DatabaseFault.Full,
            _ => DatabaseFault.Failed,
        };
}
