using Microsoft.Extensions.Time.Testing;
using Tracker.Core;

namespace Tracker.Tests;

public sealed class ProgrammeClockTests
{
    private static readonly DateOnly NewYear = new(2021, 1, 1);

    [Theory]
    [InlineData("Africa/Bamako", "2020-12-31T23:59:59Z", "2020-12-31")]
    [InlineData("Africa/Bamako", "2021-01-01T00:00:00Z", "2021-01-01")]
    [InlineData("Pacific/Kiritimati", "2020-12-31T09:59:59Z", "2020-12-31")]
    [InlineData("Pacific/Kiritimati", "2020-12-31T10:00:00Z", "2021-01-01")]
    [InlineData("Etc/GMT+12", "2021-01-01T11:59:59Z", "2020-12-31")]
    [InlineData("Etc/GMT+12", "2021-01-01T12:00:00Z", "2021-01-01")]
    [InlineData("Europe/Paris", "2024-02-28T23:00:00Z", "2024-02-29")]
    [InlineData("Asia/Kathmandu", "2021-06-30T18:15:00Z", "2021-07-01")]
    public void The_day_changes_at_local_midnight(string zone, string utc, string day)
    {
        var clock = Clock(zone, DateTimeOffset.Parse(utc, provider: null));
        Assert.Equal(DateOnly.Parse(day, provider: null), clock.Today);
        Assert.Equal(DateTimeKind.Utc, clock.Now.Kind);
    }

    /// <summary>Also where clocks jump over midnight (Cairo) or go through it twice (Havana).</summary>
    [Theory]
    [InlineData("Africa/Bamako")]
    [InlineData("Europe/Paris")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Beirut")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Kiritimati")]
    public void Each_day_begins_where_the_one_before_ends(string zone)
    {
        var clock = Clock(zone, DateTimeOffset.UnixEpoch);
        for (var day = NewYear; day < NewYear.AddYears(4); day = day.AddDays(1))
        {
            var start = clock.StartOf(day);
            Assert.Equal(day, clock.DayOf(start));
            Assert.Equal(day.AddDays(-1), clock.DayOf(start.AddTicks(-1)));
        }
    }

    private static ProgrammeClock Clock(string zone, DateTimeOffset now) =>
        new(new FakeTimeProvider(now), TimeZoneInfo.FindSystemTimeZoneById(zone));
}
