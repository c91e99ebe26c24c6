using System.Buffers;
using System.IO.Pipelines;

namespace Tracker.Documents.Exports;

/// <summary>
/// A stream whose Write only copies into the pipe's memory. The zip writer of the framework writes synchronously
/// even where it is asked not to, and the web server forbids that: here nothing leaves before
/// <see cref="FlushAsync(CancellationToken)"/>, which blocks no thread and waits for slow readers.
/// </summary>
internal sealed class PipeSink(PipeWriter output) : Stream
{
    private long pending;
    private bool abandoned;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Runs a writer of pipes over a stream, which stays open; after a fault nothing more is sent.</summary>
    public static async Task OverAsync(Stream output, Func<PipeWriter, Task> write)
    {
        var pipe = PipeWriter.Create(
            output,
            new StreamPipeWriterOptions(minimumBufferSize: Utf8Buffer.Full, leaveOpen: true)
        );
        try
        {
            await write(pipe);
        }
        catch (Exception fault)
        {
            await pipe.CompleteAsync(fault);
            throw;
        }
        await pipe.CompleteAsync();
    }

    /// <summary>From here on writes are lost, so that disposing a half-written archive cannot end it properly.</summary>
    public void Abandon() => abandoned = true;

    /// <summary>Sends what waits, once enough of it does.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken cancellation) =>
        pending < Utf8Buffer.Full ? ValueTask.CompletedTask : SendAsync(cancellation);

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        SendAsync(cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!abandoned)
        {
            output.Write(buffer);
            pending += buffer.Length;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    )
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        // Disposing an archive asks for this; sending is left to the asynchronous way.
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        pending = 0;
        var result = await output.FlushAsync(cancellation);
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("Nobody reads any more.", cancellation);
        }
    }
}
