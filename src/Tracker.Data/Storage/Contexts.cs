namespace Tracker.Data.Storage;

/// <summary>Opens a context for one question or one write; which database's is the provider project's choice.</summary>
internal sealed class Contexts(Func<TrackerContext> open)
{
    public TrackerContext Open() => open();
}
