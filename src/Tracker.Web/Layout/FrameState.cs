namespace Tracker.Web.Layout;

/// <summary>What the frame says about the house on every page.</summary>
public sealed class FrameState
{
    /// <summary>The records shown are invented or copied for a trial.</summary>
    public bool Demonstration { get; init; }
}
