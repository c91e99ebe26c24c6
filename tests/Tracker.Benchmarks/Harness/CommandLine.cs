using System.Diagnostics;

namespace Tracker.Benchmarks.Harness;

/// <summary>
/// Runs the sections that were asked for, one after another. Tables go to the standard output, what is going on to the
/// error output. The exit code is 0 where every promise was reached, 1 where one was not, 2 where nothing was understood.
/// </summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(
        string[] args,
        IReadOnlyDictionary<string, Section[]> commands
    )
    {
        if (args.Length == 0 || args.Contains("--help") || args.Contains("-h"))
        {
            await Console.Out.WriteLineAsync(Help(commands));
            return args.Length == 0 ? 2 : 0;
        }
        var named = args.Skip(1).TakeWhile(a => !a.StartsWith('-')).ToList();
        var options = Options.Read(args.AsSpan(1 + named.Count));
        if (
            options is null
            || !commands.TryGetValue(args[0], out var sections)
            || named.Exists(n => !sections.Any(s => s.Name == n))
        )
        {
            await Console.Error.WriteLineAsync(
                $"Not understood: {string.Join(' ', args)}\n\n{Help(commands)}"
            );
            return 2;
        }
        return await MeasureAsync(
            [.. sections.Where(s => named.Count == 0 || named.Contains(s.Name))],
            options
        );
    }

    private static async Task<int> MeasureAsync(Section[] sections, Options options)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        await Console.Out.WriteLineAsync(Machine.Describe());
        await using var bench = new Bench(options);
        var reached = true;
        foreach (var section in sections)
        {
            reached &= await MeasureAsync(section, bench, interrupted.Token);
            if (interrupted.IsCancellationRequested)
            {
                break;
            }
        }
        return reached ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(
        Section section,
        Bench bench,
        CancellationToken stop
    )
    {
        var lasts = section.Lasts(bench.Options);
        Bench.Say($"{section.Name}: about {Spoken(lasts)}");
        var table = new Table();
        var clock = Stopwatch.StartNew();
        string? failure = null;
        try
        {
            await section.MeasureAsync(bench, table, stop);
        }
        // Whatever stops one section is said in its place, and the others are measured all the same.
        catch (Exception problem)
        {
            failure = stop.IsCancellationRequested ? "interrupted" : problem.Message;
        }
        await Console.Out.WriteLineAsync(
            $"\n{section.Name}: {section.Shows}; took {Spoken(clock.Elapsed)}, machine {Machine.Load()}\n"
        );
        await Console.Out.WriteLineAsync(table.ToString());
        if (failure is not null)
        {
            await Console.Out.WriteLineAsync($"{section.Name} ended early: {failure}\n");
        }
        return failure is null && table.Figures.All(f => f.Reached != false);
    }

    private static string Help(IReadOnlyDictionary<string, Section[]> commands)
    {
        var usual = new Options();
        List<string> lines =
        [
            "dotnet run -c Release --project tests/Tracker.Benchmarks -- COMMAND [SECTION...] [options]",
            "",
        ];
        foreach (var (command, sections) in commands)
        {
            var all = sections.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Lasts(usual));
            lines.Add($"  {command}  every section, about {Spoken(all)}; or those named:");
            lines.AddRange(
                sections.Select(s =>
                    $"    {s.Name.PadRight(12)}{s.Shows} (about {Spoken(s.Lasts(usual))})"
                )
            );
        }
        return string.Join(
            '\n',
            [
                .. lines,
                "",
                Options.Usage,
                "",
                $"{PublishedProgram.FolderVariable} names a folder with the program published beforehand.",
            ]
        );
    }

    private static string Spoken(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2)
            ? $"{time.TotalSeconds:0} s"
            : $"{time.TotalMinutes:0.#} min";
}
