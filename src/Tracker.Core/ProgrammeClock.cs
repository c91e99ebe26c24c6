namespace Tracker.Core;

/// <summary>Instants in UTC, days in the programme's own time zone: an item is late from local midnight.</summary>
public sealed class ProgrammeClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>Now, in UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The day it is where the programme works.</summary>
    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
