using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

public sealed class PolicyJourney(JourneySuite suite) : Journey(suite)
{
    private const string Code = "KAY-2020-01";

    /// <summary>Served with scripts and a circuit.</summary>
    private static readonly string[] Working =
    [
        "/",
        "/recommendations",
        "/recommendations?q=migration&overdue=true",
        $"/recommendations/{Code}",
    ];

    /// <summary>Plain pages.</summary>
    private static readonly string[] Reading =
    [
        $"/recommendations/{Code}/status",
        $"/recommendations/{Code}/owner",
        $"/recommendations/{Code}/due",
        $"/recommendations/{Code}/archive",
        $"/recommendations/{Code}/edit",
        "/recommendations/new",
        "/workshops",
        $"/workshops/{Deeds.Kayes}",
        $"/workshops/{Deeds.Kayes}/edit",
        "/workshops/new",
        "/account/login",
    ];

    private static readonly HashSet<string> AssetKinds = ["script", "stylesheet", "font", "image"];

    [Fact]
    public async Task No_page_breaks_its_policy_complains_or_asks_another_host()
    {
        var visitor = await OpenAsync();
        foreach (var page in Working.Concat(Reading))
        {
            // Signed out, all but the sign-in page lead to it.
            Assert.Equal(200, await visitor.GoAsync(page));
            Assert.StartsWith("/account/login", visitor.Place, StringComparison.Ordinal);
        }
        await visitor.SignInAsAsync("coordinator");
        var asked = new ConcurrentQueue<IRequest>();
        visitor.Page.Request += (_, request) => asked.Enqueue(request);

        foreach (var page in Reading.Append("/keys"))
        {
            Assert.Equal(200, await visitor.GoAsync(page));
        }
        Assert.DoesNotContain(asked, r => r.ResourceType == "script");
        Assert.DoesNotContain(
            asked,
            r => r.Url.Contains("mudblazor", StringComparison.OrdinalIgnoreCase)
        );

        foreach (var page in Working)
        {
            Assert.Equal(200, await visitor.GoAsync(page));
        }
        await new Deeds(visitor, Spoken.In("fr"), dialogs: true).OpenOtherAsync(
            Code,
            Spoken.In("fr").Record("action.archive_recommendation")
        );
        visitor.SawNoProblem();
        await AssertKeptAsync(asked);
    }

    /// <summary>Compressed on the way, and never asked for again: the address changes with the content.</summary>
    private async Task AssertKeptAsync(IEnumerable<IRequest> asked)
    {
        var assets = asked
            .Where(r => AssetKinds.Contains(r.ResourceType))
            .Select(r => new Uri(r.Url))
            .Where(address => address.Scheme == "http")
            .Distinct()
            .ToList();
        Assert.Contains(
            assets,
            a => a.AbsolutePath.Contains("_framework/blazor.", StringComparison.Ordinal)
        );
        foreach (var asset in assets)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, asset);
            question.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await Server.Http.SendAsync(
                question,
                TestContext.Current.CancellationToken
            );
            Assert.True(
                answer.Content.Headers.ContentEncoding.Count == 1,
                $"{asset} is sent uncompressed."
            );
            Assert.True(
                answer
                    .Headers.CacheControl?.ToString()
                    .Contains("immutable", StringComparison.Ordinal),
                $"{asset} is not immutable: {answer.Headers.CacheControl}"
            );
        }
    }
}
