using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>One command with valid input, and what it must answer in each cell.</summary>
/// <param name="Method">The public method, as in <c>StatusCommands.ChangeAsync</c>.</param>
/// <param name="Variant">Which input, where a method has rows for several.</param>
internal sealed record Act(
    string Method,
    string Variant,
    Func<Cell, string> Expected,
    Func<MatrixWorld, Actor, Task<Outcome>> DoAsync
)
{
    public static IReadOnlyList<Act> All { get; } =
    [
        .. ActsOnRecommendations.All,
        .. ActsBesideRecommendations.All,
        .. ActsOnEvidence.All,
        .. ActsElsewhere.All,
    ];

    /// <summary>What the person does before, where the command may be theirs: an upload to attach, a deed to take back.</summary>
    public Func<MatrixWorld, Actor, Task>? BeforeAsync { get; init; }

    /// <summary>It asks for no recommendation: one state is all states.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Done writes something: what is prepared makes sure that there is something to write.</summary>
    public bool Writes { get; init; } = true;

    /// <summary>How it ended, in one word; somebody nobody knows is turned away by the store itself.</summary>
    public async Task<string> EndAsync(MatrixWorld world, Actor person)
    {
        try
        {
            return Spell(await DoAsync(world, person));
        }
        catch (InvalidOperationException refused)
            when (person.Role == Role.Anonymous && refused.Message == "A write needs a named actor."
            )
        {
            return "Away";
        }
    }

    private static string Spell(Outcome outcome) =>
        outcome switch
        {
            Outcome.Done => Rights.Done,
            Outcome.NotFound => "NotFound",
            Outcome.Refused { Reason: Refusal.SignInFirst } => "Away",
            Outcome.Refused refused => refused.Reason.ToString(),
            Outcome.Invalid { Faults: [{ Fault: Fault.NotOffered }] } => "NotOffered",
            Outcome.Invalid invalid => string.Join(", ", Ends.Spell(invalid.Faults)),
            _ => outcome.ToString(),
        };

    public override string ToString() => Variant.Length == 0 ? Method : $"{Method} ({Variant})";
}
