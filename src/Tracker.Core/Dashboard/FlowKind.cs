using Tracker.Core.Recommendations;

namespace Tracker.Core.Dashboard;

/// <summary>
/// How a recommendation enters the stock or leaves it, each kind a line of its own. Source: glossary.md, "flow". Entries
/// come first, in the order to be shown.
/// </summary>
public enum FlowKind
{
    New,
    Reopened,
    MovedIn,
    Reconsidered,
    Verified,
    NoLongerApplicable,
    NotAccepted,
    Archived,
    MovedOut,
}

/// <summary>Where a recommendation stands towards the stock; everything but <see cref="Open"/> is outside of it.</summary>
public enum StockState
{
    /// <summary>It did not exist yet.</summary>
    NotYet,
    Draft,
    Archived,
    NotAccepted,
    Verified,
    NoLongerApplicable,
    Open,
}

/// <summary>
/// Stock and flow of one recommendation: stock(start) + entries - exits = stock(end), because each kind is named by the
/// state left behind or reached, and no change of state has two names. Source: glossary.md, "stock", "flow".
/// </summary>
public static class FlowRules
{
    public static StockState StateOf(
        Publication publication,
        Acceptance acceptance,
        ImplementationStatus status
    ) =>
        publication switch
        {
            Publication.Draft => StockState.Draft,
            Publication.Archived => StockState.Archived,
            _ when acceptance == Acceptance.NotAccepted => StockState.NotAccepted,
            _ when status == ImplementationStatus.Verified => StockState.Verified,
            _ when status == ImplementationStatus.NoLongerApplicable =>
                StockState.NoLongerApplicable,
            _ => StockState.Open,
        };

    /// <summary>Null where nothing entered and nothing left.</summary>
    public static FlowKind? Between(StockState before, StockState after)
    {
        if ((before == StockState.Open) == (after == StockState.Open))
        {
            return null;
        }
        return after == StockState.Open
            ? before switch
            {
                StockState.NotYet or StockState.Draft => FlowKind.New,
                StockState.NotAccepted => FlowKind.Reconsidered,
                _ => FlowKind.Reopened,
            }
            : after switch
            {
                StockState.Verified => FlowKind.Verified,
                StockState.NoLongerApplicable => FlowKind.NoLongerApplicable,
                StockState.NotAccepted => FlowKind.NotAccepted,
                _ => FlowKind.Archived,
            };
    }

    public static bool IsEntry(FlowKind kind) => kind <= FlowKind.Reconsidered;
}
