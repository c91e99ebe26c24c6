using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Tracker.Tests.Given;

/// <summary>
/// Database files that hold the pack already, one a day of loading: loading it takes a second, copying it none.
/// The tests of the loading itself do not use them.
/// </summary>
internal static class LoadedFiles
{
    private static readonly ConcurrentDictionary<DateOnly, Lazy<Task<string>>> Files = new();
    private static readonly DirectoryInfo Folder = Make();

    public static Task<string> OfAsync(DateOnly day) =>
        Files.GetOrAdd(day, d => new Lazy<Task<string>>(() => LoadAsync(d))).Value;

    private static async Task<string> LoadAsync(DateOnly day)
    {
        await using var tracker = await TestTracker.EmptyAsync(Database.Sqlite, day);
        await tracker.LoadAsync();
        var file = Path.Combine(Folder.FullName, $"{day:O}.db");
        await using var context = tracker.Of<Data.Storage.Contexts>().Open();
        await using DbConnection connection = new SqliteConnection(Sql.ConnectionString(context));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.Add(new SqliteParameter("$file", file));
        await command.ExecuteNonQueryAsync();
        return file;
    }

    private static DirectoryInfo Make()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-loaded-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }
}
