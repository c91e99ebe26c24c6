using System.Diagnostics;

namespace Tracker.EndToEnd.Harness;

/// <summary>A program started by the tests: its output is kept, and it never outlives them.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly string commandLine;

    private ChildProcess(ProcessStartInfo start, Action<string>? onLine)
    {
        commandLine = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Keep(e.Data, onLine);
        process.ErrorDataReceived += (_, e) => Keep(e.Data, onLine);
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += Kill;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    /// <param name="environment">Set on top of the caller's own variables; null removes one.</param>
    /// <param name="onLine">Told every line of either stream, on another thread.</param>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        Action<string>? onLine = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }
        return new ChildProcess(start, onLine);
    }

    /// <summary>Runs to the end and gives the output; throws with it where the program fails or takes too long.</summary>
    public static async Task<string> RunAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan patience,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        await using var child = Start(program, arguments, environment: environment);
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await child.process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException(
                $"'{child.commandLine}' was still running after {patience}:\n{child.Output}",
                e
            );
        }
        return child.ExitCode == 0
            ? child.Output
            : throw new InvalidOperationException(
                $"'{child.commandLine}' ended with {child.ExitCode}:\n{child.Output}"
            );
    }

    /// <summary>Waits until an ended program's last words have been read.</summary>
    public Task EndedAsync() => process.WaitForExitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(this, EventArgs.Empty);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Kill(object? sender, EventArgs e)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private void Keep(string? line, Action<string>? onLine)
    {
        if (line is null)
        {
            return;
        }
        lock (lines)
        {
            lines.Add(line);
        }
        onLine?.Invoke(line);
    }
}
