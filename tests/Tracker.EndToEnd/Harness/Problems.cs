using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tracker.EndToEnd.Harness;

/// <summary>What a browser complains about while somebody visits: errors, policy violations, strange addresses.</summary>
internal sealed class Problems
{
    private const string Violation = "securitypolicyviolation: ";

    private const string WatchViolations = $$"""
        document.addEventListener('securitypolicyviolation', e => console.error(
          '{{Violation}}' + e.effectiveDirective + ' forbids ' + (e.blockedURI || e.sample) +
          ' (' + e.sourceFile + ':' + e.lineNumber + ')'));
        """;

    private readonly ConcurrentQueue<string> seen = new();
    private readonly string host;

    private Problems(string host) => this.host = host;

    public IReadOnlyList<string> Seen => [.. seen];

    public static async Task<Problems> WatchAsync(IBrowserContext context, Uri server)
    {
        var problems = new Problems(server.Authority);
        await context.AddInitScriptAsync(WatchViolations);
        context.Console += (_, message) => problems.Note(message);
        context.WebError += (_, error) => problems.seen.Enqueue($"unhandled: {error.Error}");
        context.Request += (_, request) => problems.Note(request);
        return problems;
    }

    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            seen.Enqueue(
                message.Text.StartsWith(Violation, StringComparison.Ordinal)
                    ? message.Text
                    : $"console: {message.Text} ({message.Location})"
            );
        }
    }

    private void Note(IRequest request)
    {
        var address = new Uri(request.Url);
        if (
            address.Scheme is "http" or "https" or "ws" or "wss"
            && !string.Equals(address.Authority, host, StringComparison.OrdinalIgnoreCase)
        )
        {
            seen.Enqueue($"asked another host: {address}");
        }
    }
}
