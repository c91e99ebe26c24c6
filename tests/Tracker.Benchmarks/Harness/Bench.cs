using System.Globalization;

namespace Tracker.Benchmarks.Harness;

/// <summary>
/// What the sections share: the program published once, data prepared once for each size, servers over copies of it.
/// </summary>
internal sealed class Bench(Options options) : IAsyncDisposable
{
    private readonly Lazy<Task<PublishedProgram>> program = new(PublishAsync);
    private readonly Dictionary<(int, int), Task<TemporaryFolder>> prepared = [];
    private readonly TemporaryFolder scratch = new();
    private int copies;

    public Options Options => options;

    /// <summary>As Production, but with accounts to sign in with: Development does more on each page.</summary>
    private static ServerSettings Settings(string data) =>
        new() { Environment = "Staging", DataDirectory = data };

    public static void Say(string what) => Console.Error.WriteLine($"... {what}");

    /// <summary>A server of its own process, on loopback, over a copy of the data of this size.</summary>
    public async Task<PublishedServer> StartServerAsync(
        int recommendations,
        IReadOnlyDictionary<string, string>? settings = null
    ) => await StartServerAsync(await CopyDataAsync(recommendations), settings);

    /// <summary>A server over a folder made by <see cref="CopyDataAsync"/>, which stays when it ends.</summary>
    public async Task<PublishedServer> StartServerAsync(
        string data,
        IReadOnlyDictionary<string, string>? settings = null
    ) =>
        await PublishedServer.StartAsync(
            await program.Value,
            Settings(data) with
            {
                Others = settings ?? new Dictionary<string, string>(),
            }
        );

    /// <summary>The server's bare process, for whoever times its start; nothing is awaited.</summary>
    public async Task<ChildProcess> StartProcessAsync(string data, int port)
    {
        var assembly = (await program.Value).Assembly;
        return ChildProcess.Start(
            PublishedProgram.Dotnet,
            [assembly],
            Path.GetDirectoryName(assembly),
            Settings(data).ToEnvironment(data, port, PublishedServer.DemoPassword)
        );
    }

    /// <summary>
    /// A data folder with this many recommendations, accounts and reference data included, for one use; its database is
    /// <c>tracker.db</c>. No process has it open.
    /// </summary>
    /// <param name="history">Lines of history; nought leaves it to the program.</param>
    public async Task<string> CopyDataAsync(int recommendations, int history = 0)
    {
        if (!prepared.TryGetValue((recommendations, history), out var folder))
        {
            prepared[(recommendations, history)] = folder = PrepareAsync(recommendations, history);
        }
        var copy = scratch.Combine(copies++.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles((await folder).Path))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }
        return copy;
    }

    /// <summary>A server as for a trial, with Kayes and all demonstration accounts, over a new folder of its own.</summary>
    public async Task<PublishedServer> StartTrialAsync() =>
        await PublishedServer.StartAsync(await program.Value, new ServerSettings());

    /// <summary>The data of such a server, which has ended.</summary>
    public async Task<string> CopyTrialAsync()
    {
        var folder = scratch.Combine(copies++.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        await using var server = await PublishedServer.StartAsync(
            await program.Value,
            new ServerSettings { DataDirectory = folder }
        );
        return folder;
    }

    private static async Task<PublishedProgram> PublishAsync()
    {
        Say("publishing the program");
        return await PublishedProgram.PublishAsync(compiled: true);
    }

    private async Task<TemporaryFolder> PrepareAsync(int recommendations, int history)
    {
        var published = await program.Value;
        Say($"preparing {recommendations} recommendations");
        var folder = new TemporaryFolder();
        // The first start makes the accounts, so that no measured start does.
        await using var server = await PublishedServer.StartAsync(published, Settings(folder.Path));
        await server.KillAsync();
        string[] lines =
            history > 0 ? ["--history", history.ToString(CultureInfo.InvariantCulture)] : [];
        await server.RunVerbAsync([
            "demo-data",
            "--recommendations",
            recommendations.ToString(CultureInfo.InvariantCulture),
            .. lines,
        ]);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        scratch.Dispose();
        foreach (var folder in prepared.Values.Where(p => p.IsCompletedSuccessfully))
        {
            (await folder).Dispose();
        }
        if (program is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            (await program.Value).Dispose();
        }
    }
}
