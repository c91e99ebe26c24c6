namespace Tracker.Data.Storage;

/// <summary>What a database wants to be told when many rows come at once.</summary>
internal interface IManyRows
{
    /// <summary>Before a portion of them is written through this context.</summary>
    Task PrepareAsync(TrackerContext context, CancellationToken cancellation);

    /// <summary>Saves what the context was given, history and all, in its transaction.</summary>
    Task SaveAsync(TrackerContext context, CancellationToken cancellation);

    /// <summary>After the last: let it look again at how much of everything it holds.</summary>
    Task FinishAsync(TrackerContext context, CancellationToken cancellation);
}
