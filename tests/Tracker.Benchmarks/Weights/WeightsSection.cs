using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Tracker.Benchmarks.Harness;

namespace Tracker.Benchmarks.Weights;

/// <summary>Bytes on the wire; kB are 1,000 of them.</summary>
internal sealed partial class WeightsSection : Section
{
    private const string List = "/recommendations";

    public override string Name => "weights";

    public override string Shows => "bytes of a page and of a visit, 25 rows";

    public override TimeSpan Lasts(Options options) => TimeSpan.FromSeconds(40);

    public override async Task MeasureAsync(Bench bench, Table table, CancellationToken stop)
    {
        await using var server = await bench.StartServerAsync(Http.HttpSection.Rows);
        using var reader = await Reader.SignInAsync(server, "coordinator", stop);
        await PageAsync(server, reader, table, stop);

        await using var browser = await Chromium.StartAsync();
        await using var working = await browser.OpenAsync(reader);
        var first = await Visit.ToAsync(working, server.At(List), comesAlive: true);
        table.Add(
            Figure.AtMost(
                "working zone, first visit",
                135,
                first.Kilobytes,
                "kB",
                "the list in an empty browser, until its circuit is live, heads included, the socket left out"
            )
        );
        table.Add(Figure.AtMost("the same, requests", 10, first.Requests, "requests"));
        var second = await Visit.ToAsync(working, server.At(List), comesAlive: true);
        table.Add(
            Figure.AtMost(
                "working zone, second visit",
                12,
                second.Kilobytes,
                "kB",
                $"{second.Requests} requests"
            )
        );
        await using var stranger = await browser.OpenAsync(reader: null);
        var signIn = await Visit.ToAsync(stranger, server.At("/account/login"), comesAlive: false);
        table.Add(
            Figure.AtMost(
                "sign-in, first visit",
                60,
                signIn.Kilobytes,
                "kB",
                $"{signIn.Requests} requests"
            )
        );
        using var focal = await Reader.SignInAsync(server, "dgme", stop);
        await using var own = await browser.OpenAsync(focal);
        var work = await Visit.ToAsync(own, server.At("/my"), comesAlive: false);
        table.Add(
            Figure.AtMost(
                "/my, first visit",
                30,
                work.Kilobytes,
                "kB",
                $"{work.Requests} requests, of a focal point"
            )
        );
    }

    private static async Task PageAsync(
        PublishedServer server,
        Reader reader,
        Table table,
        CancellationToken stop
    )
    {
        var first = await reader.ReadAsync(List, stop);
        var packed = await reader.ReadAsync(List, stop);
        using var plain = await Reader.SignInAsync(server, "coordinator", stop, compression: "");
        await plain.ReadAsync(List, stop);
        var html = Encoding.UTF8.GetString(await plain.BytesAsync(List, stop));
        var rows = Row().Count(html);
        var state = State().Match(html).Length;
        var stateless = Packed(State().Replace(html, ""));
        table.Add(
            Figure.AtMost(
                "HTML of the list, compressed",
                20,
                packed / 1000d,
                "kB",
                $"{rows} rows, {html.Length / 1000d:0.0} kB before; {Packed(html) / 1000d:0.0} kB at the best setting"
            )
        );
        table.Add(
            Figure.AtMost(
                "the same, style sheets within",
                20,
                first / 1000d,
                "kB",
                "the first page of a browser that has none"
            )
        );
        table.Add(
            Figure.AtMost(
                "of it handed to the circuit",
                6,
                (Packed(html) - stateless) / 1000d,
                "kB",
                $"{state / 1000d:0.0} kB in the page, encrypted: it hardly shrinks"
            )
        );
    }

    private static int Packed(string html)
    {
        using var target = new MemoryStream();
        using (
            var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true)
        )
        {
            brotli.Write(Encoding.UTF8.GetBytes(html));
        }
        return (int)target.Length;
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:[^>]*-->", RegexOptions.None, 1000)]
    private static partial Regex State();

    [GeneratedRegex("<tr[^>]* data-code=", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
