using Tracker.Core.Progress;

namespace Tracker.Core.Dashboard;

/// <summary>
/// Entries and exits between two days, each kind its own line: stock at the start, plus entries, minus exits, is the stock
/// at the end. Source: glossary.md, "flow".
/// </summary>
/// <param name="From">The stock at the start is that of the evening before; changes of this day count.</param>
/// <param name="To">The last day whose changes count.</param>
public sealed record Flow(
    DateOnly From,
    DateOnly To,
    int Start,
    IReadOnlyDictionary<FlowKind, int> Kinds,
    int End
)
{
    public int Entries => Kinds.Where(k => FlowRules.IsEntry(k.Key)).Sum(k => k.Value);

    public int Exits => Kinds.Where(k => !FlowRules.IsEntry(k.Key)).Sum(k => k.Value);
}

/// <param name="Flow">Up to the reference day in the quarter that holds it.</param>
public sealed record FlowOfQuarter(Quarter Quarter, Flow Flow);
