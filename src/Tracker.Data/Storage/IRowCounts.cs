namespace Tracker.Data.Storage;

/// <summary>Tells a database to look again at how much of everything it holds, after many rows came at once.</summary>
internal interface IRowCounts
{
    Task RefreshAsync(TrackerContext context, CancellationToken cancellation);
}
