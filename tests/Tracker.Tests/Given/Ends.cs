using Tracker.Core;

namespace Tracker.Tests.Given;

/// <summary>How commands end, asserted in one line.</summary>
internal static class Ends
{
    public static void Done(Outcome outcome) => Assert.IsType<Outcome.Done>(outcome);

    /// <summary>What the deed says of the thing it made.</summary>
    public static string Made(Outcome outcome) => Assert.IsType<Outcome.Done>(outcome).Code;

    public static void Refused(Refusal reason, Outcome outcome) =>
        Assert.Equal(new Outcome.Refused(reason), outcome);

    public static void NotFound(Outcome outcome) => Assert.IsType<Outcome.NotFound>(outcome);

    /// <summary>Exactly these faults, as in "DueDate Required".</summary>
    public static void Invalid(Outcome outcome, params string[] faults) =>
        Assert.Equal(
            faults.Order(StringComparer.Ordinal),
            Spell(Assert.IsType<Outcome.Invalid>(outcome).Faults)
        );

    public static IEnumerable<string> Spell(IEnumerable<FieldFault> faults) =>
        faults.Select(f => $"{f.Field} {f.Fault}").Order(StringComparer.Ordinal);

    /// <summary>Exactly these fields, as in "status: in_progress / deferred", yours before current.</summary>
    public static void Conflict(Outcome outcome, long version, params string[] fields)
    {
        var conflict = Assert.IsType<Outcome.Conflict>(outcome);
        Assert.Equal(version, conflict.Version);
        Assert.Equal(fields, conflict.Fields.Select(f => $"{f.Field}: {f.Yours} / {f.Current}"));
    }
}
