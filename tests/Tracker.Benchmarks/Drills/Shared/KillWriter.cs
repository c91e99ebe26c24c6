using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tracker.Benchmarks.Drills;

/// <summary>What somebody does in a loop until the server dies.</summary>
internal enum Work
{
    Report,
    Move,
    Date,
    Attach,
}

/// <summary>One person at work. Every write carries words of its own, by which it is found again.</summary>
internal sealed class KillWriter(FormPoster poster, Work work, string code, int seed) : IDisposable
{
    private const int PartLength = 64 * 1024;

    private readonly Random random = new(seed);
    private readonly string self = Guid.CreateVersion7().ToString("N")[..12];
    private int made;
    private volatile bool isWriting;

    /// <summary>Several accounts, each with a kind of work, on recommendations that are theirs.</summary>
    public static IReadOnlyList<(string Account, Work Work, string Code)> Works { get; } =
    [
        ("mefp", Work.Report, "KAY-2020-05"),
        ("mmeia", Work.Move, "KAY-2020-12"),
        ("coordinator", Work.Date, "KAY-2020-12"),
        ("dgia", Work.Attach, "KAY-2020-07"),
        ("ctc", Work.Attach, "KAY-2020-08"),
    ];

    public Work Work => work;

    /// <summary>The server said that these are saved.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>In the air at a kill: there or not, but whole, and once.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>The SHA-256 of each file that was attached, by its title.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public int Refused { get; private set; }

    public bool IsWriting => isWriting;

    /// <summary>Its last write was in the air.</summary>
    public bool WasCut { get; private set; }

    public async Task WorkAsync(CancellationToken over)
    {
        WasCut = false;
        while (!over.IsCancellationRequested)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"Essai {self} {++made}");
            try
            {
                var isSaved = work switch
                {
                    Work.Report => await ReportAsync(words, over),
                    Work.Move => await MoveAsync(words, over),
                    Work.Date => await DateAsync(words, over),
                    _ => await AttachAsync(words, over),
                };
                if (isSaved)
                {
                    Acknowledged.Add(words);
                }
                else
                {
                    Refused++;
                }
            }
            catch (Exception cut)
                when (cut is HttpRequestException or IOException or OperationCanceledException)
            {
                if (isWriting)
                {
                    Unknown.Add(words);
                    WasCut = true;
                }
                isWriting = false;
                return;
            }
        }
    }

    public void Dispose() => poster.Dispose();

    private async Task<bool> ReportAsync(string words, CancellationToken over) =>
        await SaveAsync(Address("update"), new() { ["Input.Text"] = words }, over);

    /// <summary>Back and forth between at work and put off, by the form of an update.</summary>
    private async Task<bool> MoveAsync(string words, CancellationToken over)
    {
        var path = Address("update");
        var page = await poster.ReadAsync(path, over);
        var to =
            page.Contains("value=\"deferred\"", StringComparison.Ordinal) && made % 2 == 0
                ? "deferred"
                : "in_progress";
        if (!page.Contains($"value=\"{to}\"", StringComparison.Ordinal))
        {
            to = to == "deferred" ? "in_progress" : "deferred";
        }
        return await PostAsync(
            path,
            page,
            new()
            {
                ["Input.Text"] = words,
                ["Input.Status"] = to,
                ["Input.Reason"] = "Budget gelé",
                ["Input.ReviewDate"] = Ahead(),
            },
            over
        );
    }

    private async Task<bool> DateAsync(string words, CancellationToken over)
    {
        return await SaveAsync(
            Address("due"),
            new() { ["Input.DueDate"] = Ahead(), ["Input.Reason"] = words },
            over
        );
    }

    /// <summary>A text of a few parts, then the form that makes it evidence.</summary>
    private async Task<bool> AttachAsync(string words, CancellationToken over)
    {
        var path = Address("evidence");
        var page = await poster.ReadAsync(path, over);
        var bytes = Content(words);
        using var announcement = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["code"] = code,
                ["name"] = "pv.txt",
                ["size"] = bytes.Length.ToString(CultureInfo.InvariantCulture),
            }
        );
        isWriting = true;
        var begun = await poster.SendAsync("/evidence/uploads", page, announcement, over);
        if (begun.Length == 0)
        {
            isWriting = false;
            return false;
        }
        using var said = JsonDocument.Parse(begun);
        var id = said.RootElement.GetProperty("id").GetGuid();
        for (var at = 0; at < bytes.Length; at += PartLength)
        {
            using var part = new ByteArrayContent(
                bytes[at..Math.Min(bytes.Length, at + PartLength)]
            );
            var to = FormattableString.Invariant($"/evidence/uploads/{id:D}?at={at}");
            await poster.SendAsync(to, page, part, over);
        }
        Files[words] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return await PostAsync(
            path,
            page,
            new()
            {
                ["Input.Kind"] = "minutes",
                ["Input.Title"] = words,
                ["Input.Visibility"] = "internal",
                ["Input.Upload"] = id.ToString(),
            },
            over
        );
    }

    private async Task<bool> SaveAsync(
        string path,
        Dictionary<string, string> fields,
        CancellationToken over
    ) => await PostAsync(path, await poster.ReadAsync(path, over), fields, over);

    private async Task<bool> PostAsync(
        string path,
        string page,
        Dictionary<string, string> fields,
        CancellationToken over
    )
    {
        isWriting = true;
        var isSaved = await poster.PostAsync(path, page, fields, over);
        isWriting = false;
        return isSaved;
    }

    private string Address(string form) => $"/recommendations/{code}/{form}";

    private byte[] Content(string words)
    {
        var text = new StringBuilder(words);
        var length = random.Next(1_000, 250_000);
        while (text.Length < length)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nLigne {random.Next()}");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Another day each time: a date set to itself changes nothing, and rightly leaves no words behind.</summary>
    private string Ahead() =>
        DateOnly
            .FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
            .AddDays(10 + (made % 890))
            .ToString("O", CultureInfo.InvariantCulture);
}
