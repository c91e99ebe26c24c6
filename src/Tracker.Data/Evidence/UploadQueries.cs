using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Storage;

namespace Tracker.Data.Evidence;

/// <summary>What its sender may know of a file on its way.</summary>
public sealed class UploadQueries
{
    private readonly Contexts _contexts;

    internal UploadQueries(Contexts contexts) => _contexts = contexts;

    /// <summary>Null where there is none, or it is somebody else's.</summary>
    public async Task<UploadState?> FindAsync(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        return await context
            .Uploads.AsNoTracking()
            .Where(u => u.Id == id && u.AccountId == actor.Id)
            .Select(u => new UploadState(u.Id, u.FileName, u.Size, u.Received))
            .SingleOrDefaultAsync(cancellation);
    }
}
