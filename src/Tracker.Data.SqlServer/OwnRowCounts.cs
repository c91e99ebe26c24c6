using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>SQL Server counts by itself.</summary>
internal sealed class OwnRowCounts : IRowCounts
{
    public Task RefreshAsync(TrackerContext context, CancellationToken cancellation) =>
        Task.CompletedTask;
}
