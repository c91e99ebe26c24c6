using Tracker.Data.Storage;

namespace Tracker.Data.SqlServer;

/// <summary>SQL Server sees to its memory and its statistics by itself.</summary>
internal sealed class ManyRows : IManyRows
{
    public Task PrepareAsync(TrackerContext context, CancellationToken cancellation) =>
        Task.CompletedTask;

    public Task SaveAsync(TrackerContext context, CancellationToken cancellation) =>
        context.SaveChangesAsync(cancellation);

    public Task FinishAsync(TrackerContext context, CancellationToken cancellation) =>
        Task.CompletedTask;
}
