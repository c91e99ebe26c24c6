using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;

namespace Tracker.Web.Accounts;

/// <summary>
/// Counts refused sign-ins, for each address and each account, in windows of five minutes. The lockout of an account
/// ends guessing; this ends the cost of it, and guessing over many accounts. Whoever signs in is never counted, so
/// that a ministry behind one address is not in its own way.
/// </summary>
internal sealed class SignInLimit(TimeProvider time)
{
    public const int MostOfAddress = 60;
    public const int MostOfAccount = 20;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Names can be invented without end; memory is not given to them without end.</summary>
    private const int MostKept = 20_000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private long _looked;

    public bool IsReached(IPAddress? address, string? account) =>
        Of(KeyOf(address)) >= MostOfAddress || Of(KeyOf(account)) >= MostOfAccount;

    public void Refused(IPAddress? address, string? account)
    {
        Add(KeyOf(address));
        Add(KeyOf(account));
    }

    private int Of(string? key) =>
        key is not null && _counts.TryGetValue(key, out var count) && !IsOver(count)
            ? count.Times
            : 0;

    private void Add(string? key)
    {
        if (key is null)
        {
            return;
        }
        if (IsFull() && !_counts.ContainsKey(key))
        {
            return;
        }
        _counts.AddOrUpdate(
            key,
            _ => new Count(time.GetTimestamp(), 1),
            (_, count) =>
                IsOver(count)
                    ? new Count(time.GetTimestamp(), 1)
                    : count with
                    {
                        Times = count.Times + 1,
                    }
        );
    }

    /// <summary>What is over is looked for once a minute: looking is not to be had for the asking either.</summary>
    private bool IsFull()
    {
        if (_counts.Count < MostKept)
        {
            return false;
        }
        var looked = Volatile.Read(ref _looked);
        if (
            time.GetElapsedTime(looked) >= BetweenLooks
            && Interlocked.CompareExchange(ref _looked, time.GetTimestamp(), looked) == looked
        )
        {
            foreach (var over in _counts.Where(c => IsOver(c.Value)).ToList())
            {
                _counts.TryRemove(over);
            }
        }
        return _counts.Count >= MostKept;
    }

    private bool IsOver(Count count) => time.GetElapsedTime(count.Since) >= Window;

    /// <summary>Of the newer addresses a household has many: the part that names its line counts.</summary>
    private static string? KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return null;
        }
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        var line = plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
        return "from " + Convert.ToHexString(line);
    }

    private static string? KeyOf(string? account) =>
        string.IsNullOrWhiteSpace(account) || account.Length > 256
            ? null
            : "for " + account.Trim().ToUpperInvariant();

    private readonly record struct Count(long Since, int Times);
}

internal static class SignInLimits
{
    private static readonly PathString Address = new("/account/login");

    /// <summary>Answers 429, for which there is a page in words, before any password is looked at.</summary>
    public static IApplicationBuilder UseSignInLimit(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!IsSignIn(context.Request))
                {
                    await next(context);
                    return;
                }
                var limit = context.RequestServices.GetRequiredService<SignInLimit>();
                var address = context.Connection.RemoteIpAddress;
                var account = context.Request.Form["Input.Email"] is { Count: 1 } given
                    ? given[0]
                    : null;
                if (limit.IsReached(address, account))
                {
                    context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    context.Response.Headers.RetryAfter = new StringValues(
                        $"{(int)SignInLimit.Window.TotalSeconds}"
                    );
                    return;
                }
                await next(context);
                if (context.Response.StatusCode == StatusCodes.Status200OK)
                {
                    // The form again, with its refusal: who was let in is sent on.
                    limit.Refused(address, account);
                }
            }
        );

    private static bool IsSignIn(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.HasFormContentType
        && request.Path.Equals(Address, StringComparison.OrdinalIgnoreCase);
}
