using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Tracker.EndToEnd.Harness;

/// <summary>One running server over the published program. Several may run at once, each on its own data.</summary>
public sealed partial class PublishedServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly PublishedProgram program;
    private readonly ServerSettings settings;
    private readonly TemporaryFolder? ownData;
    private readonly List<string> earlierOutput = [];
    private ChildProcess? process;

    private PublishedServer(PublishedProgram program, ServerSettings settings)
    {
        this.program = program;
        this.settings = settings;
        ownData = settings.DataDirectory is null ? new TemporaryFolder() : null;
        DataDirectory = settings.DataDirectory ?? ownData!.Path;
        Http = new HttpClient(
            // Loopback only: a proxy of the environment is not asked, and redirects are for the test to see.
            new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }
        );
    }

    /// <summary>Password of every demonstration account, new for each run.</summary>
    public static string DemoPassword { get; } =
        $"Aa1!{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public string DataDirectory { get; }

    /// <summary>Of the process that runs now.</summary>
    internal int ProcessId =>
        process?.Id ?? throw new InvalidOperationException("The server is not running.");

    /// <summary>For what needs no browser. Keeps cookies and follows no redirect; its base address is the server's.</summary>
    public HttpClient Http { get; }

    /// <summary>What the server wrote, over all its starts.</summary>
    public string Output =>
        string.Join('\n', [.. earlierOutput, process?.Output ?? "(not running)"]);

    internal static async Task<PublishedServer> StartAsync(
        PublishedProgram program,
        ServerSettings settings
    )
    {
        var server = new PublishedServer(program, settings);
        try
        {
            await server.StartProcessAsync(port: 0);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Uri At(string path) => new(Address, path);

    /// <summary>Ends the process without warning, as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
            earlierOutput.Add(process.Output);
            process = null;
        }
    }

    /// <summary>The same address, the same data, a new process.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartProcessAsync(Address.Port);
    }

    /// <summary>Runs a verb of the program over this server's data and settings, and gives what it wrote.</summary>
    public Task<string> RunVerbAsync(params string[] arguments) =>
        ChildProcess.RunAsync(
            PublishedProgram.Dotnet,
            [program.Assembly, .. arguments],
            StartPatience,
            settings.ToEnvironment(DataDirectory, port: 0, DemoPassword)
        );

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Http.Dispose();
        ownData?.Dispose();
    }

    private async Task StartProcessAsync(int port)
    {
        var listening = new TaskCompletionSource<Uri>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        process = ChildProcess.Start(
            PublishedProgram.Dotnet,
            [program.Assembly],
            settings.StartFolder ?? Path.GetDirectoryName(program.Assembly),
            settings.ToEnvironment(DataDirectory, port, DemoPassword),
            line =>
            {
                if (ListeningLine().Match(line) is { Success: true } match)
                {
                    listening.TrySetResult(new Uri(match.Groups["address"].Value));
                }
            }
        );
        using var limit = new CancellationTokenSource(StartPatience);
        await PollAsync(() => Task.FromResult(listening.Task.IsCompleted), "listens", limit.Token);
        Address = await listening.Task;
        Http.BaseAddress ??= Address;
        await PollAsync(IsReadyAsync, "answers 200 on /health/ready", limit.Token);
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(At("/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task PollAsync(Func<Task<bool>> isDone, string awaited, CancellationToken limit)
    {
        var pause = TimeSpan.FromMilliseconds(25);
        while (!await isDone())
        {
            if (process is { HasExited: true })
            {
                await process.EndedAsync();
                throw new InvalidOperationException(
                    $"The server ended with {process.ExitCode} before it {awaited}:\n{Output}"
                );
            }
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"The server did not come so far within {StartPatience} that it {awaited}:\n{Output}"
                );
            }
            await Task.Delay(pause, CancellationToken.None);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [GeneratedRegex(
        @"Now listening on: (?<address>http://127\.0\.0\.1:\d+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ListeningLine();
}
