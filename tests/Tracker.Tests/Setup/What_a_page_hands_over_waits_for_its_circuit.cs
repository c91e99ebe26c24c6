using Microsoft.Extensions.Time.Testing;
using Tracker.Web.Setup;
using Xunit;

namespace Tracker.Tests.Setup;

public sealed class What_a_page_hands_over_waits_for_its_circuit
{
    private readonly FakeTimeProvider _time = new();
    private readonly HandedOver _waiting;

    public What_a_page_hands_over_waits_for_its_circuit() => _waiting = new HandedOver(_time);

    [Fact]
    public void And_is_taken_once()
    {
        var rows = new object();
        var ticket = _waiting.Leave(rows);

        Assert.Same(rows, _waiting.Take(ticket));
        Assert.Null(_waiting.Take(ticket));
        Assert.Null(_waiting.Take(Guid.CreateVersion7()));
    }

    [Fact]
    public void But_not_until_it_is_old()
    {
        var (fresh, old) = (_waiting.Leave("fresh"), _waiting.Leave("old"));

        _time.Advance(HandedOver.Longest);
        Assert.Equal("fresh", _waiting.Take(fresh));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_waiting.Take(old));
    }

    [Fact]
    public void Nor_beside_any_number_of_others()
    {
        var tickets = Enumerable
            .Range(0, HandedOver.Most + 1)
            .Select(n => _waiting.Leave(n))
            .ToList();

        Assert.Null(_waiting.Take(tickets[0]));
        Assert.Equal(1, _waiting.Take(tickets[1]));
        Assert.Equal(HandedOver.Most, _waiting.Take(tickets[^1]));
    }
}
