using System.Diagnostics;
using System.Net;
using Tracker.EndToEnd.Harness;

namespace Tracker.Benchmarks.Drills;

/// <summary>
/// The server dies while somebody types. What was typed goes to it as the script of the form sends it; what it had said
/// to hold is offered back after the start, to its author and to nobody else.
/// </summary>
internal sealed class TypingDrill(PublishedServer server, int seed)
{
    private const string Path = "/recommendations/KAY-2020-05/update";
    private const string Form = "update KAY-2020-05";
    private const string Offer = "data-draft-at=";

    private readonly Random random = new(seed);

    public TypingCounts Counts { get; } = new();

    public async Task RunAsync(int runs, Action<string> say, CancellationToken stop)
    {
        using var author = await SignInAsync("mefp", stop);
        using var coordinator = await SignInAsync("coordinator", stop);
        using var supporter = await SignInAsync("anpe", stop);
        for (var run = 0; run < runs; run++)
        {
            await RunOnceAsync(run, author, [coordinator, supporter], stop);
            if (Counts.Restarts % 10 == 0)
            {
                say(Counts.ToString());
            }
        }
    }

    private async Task RunOnceAsync(
        int run,
        FormPoster author,
        FormPoster[] others,
        CancellationToken stop
    )
    {
        var (held, typed) = (
            $"Texte {run} tapé avant",
            $"Texte {run} tapé avant, et encore un mot"
        );
        var page = await author.ReadAsync(Path, stop);
        if (!await author.KeepDraftAsync(Form, page, Fields(held), stop))
        {
            Counts.Wrong.Add($"{held}: not kept");
        }
        // The next words are on their way when the server dies: these may be lost, and must not take the others along.
        var onTheWay = SendAsync(author, page, typed, stop);
        await Task.Delay(random.Next(12), stop);
        await server.KillAsync();
        await onTheWay;
        var clock = Stopwatch.StartNew();
        await server.RestartAsync();
        Counts.Note(clock.Elapsed);

        var offered = await author.ReadAsync(Path, stop);
        var resumed = WebUtility.HtmlDecode(await author.ReadAsync(Path + "?start=draft", stop));
        if (
            offered.Contains(Offer, StringComparison.Ordinal)
            && resumed.Contains(held, StringComparison.Ordinal)
        )
        {
            Counts.Offered++;
        }
        else
        {
            Counts.Wrong.Add($"{held}: not offered back");
        }
        foreach (var other in others)
        {
            foreach (var address in new[] { Path, Path + "?start=draft" })
            {
                var seen = WebUtility.HtmlDecode(await other.ReadAsync(address, stop));
                if (seen.Length == 0)
                {
                    Counts.Wrong.Add($"{address} was not shown to another account");
                }
                if (
                    seen.Contains(Offer, StringComparison.Ordinal)
                    || seen.Contains("tapé avant", StringComparison.Ordinal)
                )
                {
                    Counts.OfferedToOthers++;
                    Counts.Wrong.Add($"{held}: offered to somebody else");
                }
            }
        }
    }

    private static async Task SendAsync(
        FormPoster author,
        string page,
        string text,
        CancellationToken stop
    )
    {
        try
        {
            await author.KeepDraftAsync(Form, page, Fields(text), stop);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // As meant.
        }
    }

    private static Dictionary<string, string> Fields(string text) =>
        new(StringComparer.Ordinal) { ["Input.Text"] = text };

    private Task<FormPoster> SignInAsync(string account, CancellationToken stop) =>
        FormPoster.SignInAsync(server.Address, account, PublishedServer.DemoPassword, stop);
}

/// <summary>What came of the restarts.</summary>
internal sealed class TypingCounts
{
    public int Restarts { get; private set; }
    public int Offered { get; set; }
    public int OfferedToOthers { get; set; }
    public TimeSpan Slowest { get; private set; }
    public List<string> Wrong { get; } = [];

    public void Note(TimeSpan ready)
    {
        Restarts++;
        Slowest = ready > Slowest ? ready : Slowest;
    }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Restarts} restarts while typing: text offered back {Offered} times to its author, {OfferedToOthers} times to somebody else; ready again after at most {Slowest.TotalSeconds:0.0} s."
        );
}
