using Microsoft.Extensions.Time.Testing;
using Tracker.Web.Setup;
using Xunit;

namespace Tracker.Tests.Setup;

public sealed class Memory_is_given_back
{
    private const int Many = 50;

    private readonly FakeTimeProvider _time = new();
    private readonly Crowd _crowd = new(1000);
    private int _collected;

    [Fact]
    public async Task Once_when_a_crowd_has_left_and_not_for_the_few_who_come_and_go()
    {
        using var keeper = new MemoryGivenBack(_crowd, _time, () => _collected++);
        await keeper.StartAsync(TestContext.Current.CancellationToken);

        Come(Many - 1);
        Leave(Many - 1);
        Assert.Equal(0, Collected());

        Come(2);
        Leave(1);
        Assert.Equal(0, Collected());
        Leave(1);
        Assert.Equal(1, Collected());

        Come(1);
        Leave(1);
        Assert.Equal(1, Collected());

        await keeper.StopAsync(TestContext.Current.CancellationToken);
        Come(Many);
        Leave(Many);
        Assert.Equal(1, Collected());
    }

    [Fact]
    public async Task Not_where_others_have_come_meanwhile()
    {
        using var keeper = new MemoryGivenBack(_crowd, _time, () => _collected++);
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        Come(Many);
        Leave(Many);

        Come(1);

        Assert.Equal(0, Collected());
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    private void Come(int people)
    {
        for (var i = 0; i < people; i++)
        {
            _crowd.Opened("somebody");
        }
    }

    private void Leave(int people)
    {
        for (var i = 0; i < people; i++)
        {
            _crowd.Closed("somebody");
        }
    }

    private int Collected()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return _collected;
    }
}
