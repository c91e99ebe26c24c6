using System.Buffers;
using System.Threading.Channels;

namespace Tracker.Documents.Exports;

/// <summary>
/// Compresses and sends the rows of one part on a thread of its own while further rows are read: compressing takes a third
/// of an export's time and needs nothing of what is read meanwhile. At most a megabyte or two waits in between.
/// </summary>
internal sealed class PartWriter
{
    private const int MostWaiting = 16;

    private readonly Channel<ArraySegment<byte>> _waiting = Channel.CreateBounded<
        ArraySegment<byte>
    >(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });

    private readonly Task _writing;

    /// <param name="part">Nobody else writes to it, or to the sink under it, until <see cref="EndAsync"/> has ended.</param>
    public PartWriter(Stream part, PipeSink sink, CancellationToken cancellation) =>
        _writing = Task.Run(() => WriteAsync(part, sink, cancellation), CancellationToken.None);

    /// <summary>Takes what the buffer holds; waits where too much is waiting.</summary>
    /// <exception cref="ChannelClosedException">Writing has failed; <see cref="EndAsync"/> says how.</exception>
    public ValueTask AddAsync(Utf8Buffer buffer, CancellationToken cancellation) =>
        _waiting.Writer.WriteAsync(buffer.Take(), cancellation);

    /// <summary>Returns when everything is written.</summary>
    public Task EndAsync()
    {
        _waiting.Writer.TryComplete();
        return _writing;
    }

    private async Task WriteAsync(Stream part, PipeSink sink, CancellationToken cancellation)
    {
        try
        {
            await foreach (var rows in _waiting.Reader.ReadAllAsync(cancellation))
            {
                part.Write(rows);
                ArrayPool<byte>.Shared.Return(rows.Array!);
                await sink.FlushIfFullAsync(cancellation);
            }
        }
        catch (Exception fault)
        {
            _waiting.Writer.TryComplete(fault);
            throw;
        }
    }
}
