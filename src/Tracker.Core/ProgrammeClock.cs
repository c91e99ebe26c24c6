namespace Tracker.Core;

/// <summary>Instants in UTC, days in the programme's own time zone: an item is late from local midnight.</summary>
public sealed class ProgrammeClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>Now, in UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The day it is where the programme works.</summary>
    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The instant, in UTC, at which a day begins where the programme works.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsAmbiguousTime(midnight))
        {
            // Where clocks pass midnight twice the day begins the first time.
            var first = midnight - zone.GetAmbiguousTimeOffsets(midnight).Max();
            return DateTime.SpecifyKind(first, DateTimeKind.Utc);
        }
        // Where clocks jump over midnight the day begins with the jump.
        return zone.IsInvalidTime(midnight)
            ? TimeZoneInfo.ConvertTimeToUtc(midnight.AddHours(1), zone)
            : TimeZoneInfo.ConvertTimeToUtc(midnight, zone);
    }

    public DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
