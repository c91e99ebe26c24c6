using System.Net;
using Microsoft.Extensions.Time.Testing;
using Tracker.Tests.Given;
using Tracker.Web.Accounts;

namespace Tracker.Tests.Accounts;

public sealed class Guessing_is_slowed_down
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void For_an_account_from_wherever_it_comes()
    {
        var limit = new SignInLimit(_time);
        for (var i = 0; i < SignInLimit.MostOfAccount; i++)
        {
            Assert.False(limit.IsReached(From(i), "Somebody@tracker.example"));
            limit.Refused(From(i), "somebody@tracker.example");
        }

        Assert.True(limit.IsReached(From(200), " somebody@TRACKER.example"));
        Assert.False(limit.IsReached(From(200), "another@tracker.example"));
    }

    [Fact]
    public void From_an_address_for_whomever_it_guesses()
    {
        var limit = new SignInLimit(_time);
        for (var i = 0; i < SignInLimit.MostOfAddress; i++)
        {
            Assert.False(limit.IsReached(From(1), $"{i}@tracker.example"));
            limit.Refused(From(1), $"{i}@tracker.example");
        }

        Assert.True(limit.IsReached(From(1), "new@tracker.example"));
        Assert.True(limit.IsReached(From(1).MapToIPv6(), null));
        Assert.False(limit.IsReached(From(2), "new@tracker.example"));
    }

    [Fact]
    public void The_many_addresses_of_one_line_are_one()
    {
        var limit = new SignInLimit(_time);
        for (var i = 0; i < SignInLimit.MostOfAddress; i++)
        {
            limit.Refused(IPAddress.Parse($"2001:db8:1:2::{i:x}"), null);
        }

        Assert.True(limit.IsReached(IPAddress.Parse("2001:db8:1:2:ffff::1"), null));
        Assert.False(limit.IsReached(IPAddress.Parse("2001:db8:1:3::1"), null));
    }

    [Fact]
    public void For_five_minutes()
    {
        var limit = new SignInLimit(_time);
        for (var i = 0; i < SignInLimit.MostOfAccount; i++)
        {
            limit.Refused(null, "somebody@tracker.example");
        }

        _time.Advance(SignInLimit.Window - TimeSpan.FromSeconds(1));
        Assert.True(limit.IsReached(null, "somebody@tracker.example"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(limit.IsReached(null, "somebody@tracker.example"));
    }

    [Fact]
    public void Invented_names_do_not_fill_the_memory_nor_forget_the_others()
    {
        var limit = new SignInLimit(_time);
        for (var i = 0; i < SignInLimit.MostOfAddress; i++)
        {
            limit.Refused(From(1), null);
        }
        for (var i = 0; i < 30_000; i++)
        {
            limit.Refused(null, $"{i}@tracker.example");
        }

        Assert.True(limit.IsReached(From(1), null));
        _time.Advance(SignInLimit.Window);
        for (var i = 0; i < SignInLimit.MostOfAccount; i++)
        {
            limit.Refused(null, "after@tracker.example");
        }
        Assert.True(limit.IsReached(null, "after@tracker.example"));
    }

    private static IPAddress From(int last) => new([192, 0, 2, (byte)last]);
}

public sealed class Too_many_refused_sign_ins(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Are_answered_by_a_page_in_words_until_time_has_passed()
    {
        using var visitor = host.Visitor();
        for (var i = 0; i < SignInLimit.MostOfAccount; i++)
        {
            using var refused = await visitor.SignInAsync("guessed@demo.example", $"guess {i}");
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        using var limited = await visitor.SignInAsync("guessed@demo.example", "one more");

        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal(SignInLimit.Window, limited.Headers.RetryAfter!.Delta);
        var page = await Visitor.ReadAsync(limited);
        Assert.Equal("Trop de demandes", page.QuerySelector("main h1")!.TextContent);

        using var another = await visitor.SignInAsync("dgia@demo.example", WebHost.Password);
        Assert.Equal(HttpStatusCode.Found, another.StatusCode);
        host.Time.Advance(SignInLimit.Window);
        using var later = host.Visitor();
        using var again = await later.SignInAsync("guessed@demo.example", "one more");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }
}
