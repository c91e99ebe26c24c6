using System.Buffers;

namespace Tracker.Documents.Exports;

/// <summary>
/// Compresses and sends the rows of one part on another thread while further rows are read: compressing takes a third of an
/// export's time and needs nothing of what is read meanwhile. At most a megabyte or two waits in between. Where several
/// exports are on their way each keeps to one thread, so that pages are answered beside them.
/// </summary>
internal sealed class PartWriter : IDisposable
{
    private const int MostWaiting = 16;

    private static int _open;

    private readonly Stream _part;
    private readonly PipeSink _sink;
    private readonly CancellationToken _cancellation;
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private Task _last = Task.CompletedTask;
    private volatile bool _failed;

    /// <param name="part">Nobody else writes to it, or to the sink under it, until <see cref="EndAsync"/> has ended.</param>
    public PartWriter(Stream part, PipeSink sink, CancellationToken cancellation)
    {
        (_part, _sink, _cancellation) = (part, sink, cancellation);
        Interlocked.Increment(ref _open);
    }

    /// <summary>Takes what the buffer holds; waits where too much is waiting, and says soon what went wrong.</summary>
    public async ValueTask AddAsync(Utf8Buffer buffer)
    {
        await _room.WaitAsync(_cancellation);
        _last = WriteAfterAsync(_last, buffer.Take());
        if (_failed || Volatile.Read(ref _open) > 1)
        {
            await _last;
        }
    }

    /// <summary>Returns when everything is written; says what went wrong with any of it.</summary>
    public Task EndAsync() => _last;

    private async Task WriteAfterAsync(Task before, ArraySegment<byte> rows)
    {
        // From here on a thread of the pool, not the caller's.
        await Task.Yield();
        try
        {
            await before;
            _part.Write(rows);
            await _sink.FlushIfFullAsync(_cancellation);
        }
        catch
        {
            // Those that read rows need not read them all to hear of it.
            _failed = true;
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rows.Array!);
            _room.Release();
        }
    }

    public void Dispose()
    {
        Interlocked.Decrement(ref _open);
        _room.Dispose();
    }
}
