using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Live;
using Tracker.Data.Publishing;
using Tracker.Web.Accounts;
using Tracker.Web.Setup;
using Tracker.Web.Text;

namespace Tracker.Web.Publishing;

/// <summary>
/// Answers readers without an account from memory while nothing changed: the end of the history is asked at most a few
/// times a second, so that a change is seen within one. Browsers keep the answer too, and ask whether it still holds.
/// </summary>
internal sealed class PublicMemory : IDisposable
{
    /// <summary>Addresses remembered; beyond them all are forgotten.</summary>
    private const int Most = 500;

    /// <summary>An answer longer than this is not worth its memory.</summary>
    private const int Longest = 1_000_000;

    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(250);
    private static readonly string[] Parameters = ["as_of", "funder", Languages.Parameter];

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private bool _stale;
    private (long Asked, long Sequence, DateOnly Day) _known = (-1_000_000, -1, default);

    private readonly PublicQueries _published;
    private readonly ProgrammeClock _clock;
    private readonly IDisposable _listening;

    public PublicMemory(PublicQueries published, ProgrammeClock clock, ChangeBus changes)
    {
        (_published, _clock) = (published, clock);
        // What this process writes is known at once.
        _listening = changes.Listen(_ => Volatile.Write(ref _stale, true));
    }

    public void Dispose()
    {
        _listening.Dispose();
        _asking.Dispose();
    }

    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsRemembered(http.Request))
        {
            await next(http);
            return;
        }
        var (sequence, day) = await StateAsync(http.RequestAborted);
        var key = KeyOf(http.Request);
        if (
            !_answers.TryGetValue(key, out var answer)
            || answer.Sequence != sequence
            || answer.Day != day
        )
        {
            answer = await MakeAsync(http, next, sequence, day);
            if (answer is null)
            {
                return;
            }
            if (_answers.Count >= Most)
            {
                _answers.Clear();
            }
            _answers[key] = answer;
        }
        await SendAsync(http, answer);
    }

    /// <summary>Only what is the same for everybody: nobody signed in, and an address of known parts.</summary>
    private static bool IsRemembered(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.StartsWithSegments(PublicAddresses.All)
        && !request.Path.Value!.Contains("/evidence/", StringComparison.Ordinal)
        && !request.Cookies.ContainsKey(AccountServices.Cookie)
        && request.Query.Keys.All(k => Parameters.Contains(k, StringComparer.Ordinal))
        && request.QueryString.Value?.Length is null or < 200;

    private static string KeyOf(HttpRequest request) =>
        $"{System.Globalization.CultureInfo.CurrentUICulture.Name} {request.Scheme}://{request.Host}{request.Path.Value}{request.QueryString.Value}";

    private async Task<(long Sequence, DateOnly Day)> StateAsync(CancellationToken cancellation)
    {
        if (IsKnown())
        {
            return (_known.Sequence, _known.Day);
        }
        await _asking.WaitAsync(cancellation);
        try
        {
            if (!IsKnown())
            {
                var now = Environment.TickCount64;
                Volatile.Write(ref _stale, false);
                var sequence = await _published.SequenceAsync(Actor.Anonymous, cancellation);
                _known = (now, sequence, _clock.Today);
            }
            return (_known.Sequence, _known.Day);
        }
        finally
        {
            _asking.Release();
        }
    }

    private bool IsKnown() =>
        !Volatile.Read(ref _stale)
        && Environment.TickCount64 - _known.Asked < Trust.TotalMilliseconds
        && _known.Day == _clock.Today;

    /// <returns>Null where the answer went out by itself: a refusal, a way elsewhere, something too long.</returns>
    private static async Task<Answer?> MakeAsync(
        HttpContext http,
        RequestDelegate next,
        long sequence,
        DateOnly day
    )
    {
        var body = http.Response.Body;
        var method = http.Request.Method;
        using var made = new MemoryStream();
        http.Response.Body = made;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
            http.Request.Method = method;
        }
        var response = http.Response;
        if (response.StatusCode != StatusCodes.Status200OK || made.Length > Longest)
        {
            if (made.Length > 0 && !HttpMethods.IsHead(method))
            {
                made.Position = 0;
                await made.CopyToAsync(body, http.RequestAborted);
            }
            return null;
        }
        WithoutFormCookie(response.Headers);
        var bytes = made.ToArray();
        return new Answer(
            sequence,
            day,
            bytes,
            Compressed(bytes),
            $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"",
            response.ContentType ?? "text/html",
            response.Headers.ContentDisposition,
            SecurityHeaders.OwnStyleOf(http)
        );
    }

    /// <summary>Pages come with a token for forms; these have none, and must not look as if they were somebody's own.</summary>
    private static void WithoutFormCookie(IHeaderDictionary headers)
    {
        headers.Remove(HeaderNames.Pragma);
        headers.SetCookie = new([
            .. headers.SetCookie.Where(c =>
                c?.StartsWith(ShellServices.FormCookie, StringComparison.Ordinal) == false
            ),
        ]);
    }

    private static async Task SendAsync(HttpContext http, Answer answer)
    {
        var response = http.Response;
        var headers = response.Headers;
        if (answer.OwnStyle is { } hash)
        {
            SecurityHeaders.OwnStyle(http, hash);
        }
        headers.ETag = answer.Tag;
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Cookie, Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.Contains(answer.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            return;
        }
        response.ContentType = answer.ContentType;
        if (answer.Disposition is { } disposition)
        {
            headers.ContentDisposition = disposition;
        }
        var small = http
            .Request.Headers.AcceptEncoding.ToString()
            .Contains("br", StringComparison.Ordinal);
        if (small)
        {
            headers.ContentEncoding = "br";
        }
        var bytes = small ? answer.Small : answer.Whole;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }
        return small.ToArray();
    }

    private sealed record Answer(
        long Sequence,
        DateOnly Day,
        byte[] Whole,
        byte[] Small,
        string Tag,
        string ContentType,
        string? Disposition,
        string? OwnStyle
    );
}
