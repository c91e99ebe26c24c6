using System.IO.Compression;
using System.IO.Pipelines;
using Tracker.Core.Exports;
using Tracker.Documents.Csv;
using Tracker.Documents.Workbooks;
using Xunit;

namespace Tracker.Tests.Documents.Workbooks;

public sealed class StreamingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_output_need_not_seek_and_is_never_written_to_synchronously()
    {
        using var response = new ResponseStream();
        await RecommendationWorkbook.WriteAsync(
            response,
            Exported.Cover(),
            new ExportSheets(Exported.Rows(Many(3_000))),
            Exported.Word,
            Cancellation
        );
        using var archive = new ZipArchive(response.Sent, ZipArchiveMode.Read);
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
    }

    [Fact]
    public async Task A_csv_file_is_never_written_synchronously_either()
    {
        using var response = new ResponseStream();
        await RecommendationCsv.WriteAsync(
            response,
            Exported.Cover(),
            Exported.Rows(Many(3_000)),
            Exported.Word,
            Cancellation
        );
        Assert.True(response.Sent.Length > 0);
    }

    [Fact]
    public async Task Rows_leave_while_others_are_still_read()
    {
        using var response = new ResponseStream();
        var sentAfter = new List<long>();
        async IAsyncEnumerable<ExportRow> Watched()
        {
            foreach (var row in Many(8_000))
            {
                await Task.CompletedTask;
                sentAfter.Add(response.Sent.Length);
                yield return row;
            }
        }
        await RecommendationWorkbook.WriteAsync(
            response,
            Exported.Cover(),
            new ExportSheets(Watched()),
            Exported.Word,
            Cancellation
        );
        Assert.True(sentAfter[^1] > 0);
    }

    [Fact]
    public async Task A_source_that_fails_midway_is_heard_and_leaves_no_whole_file()
    {
        using var response = new ResponseStream();
        var pipe = PipeWriter.Create(response);
        var fault = await Assert.ThrowsAsync<TimeoutException>(() =>
            RecommendationWorkbook.WriteAsync(
                pipe,
                Exported.Cover(),
                new ExportSheets(Failing(3_000)),
                Exported.Word,
                Cancellation
            )
        );
        // A web server sends what is left unless the request is aborted.
        await pipe.CompleteAsync();
        Assert.Equal("the database went away", fault.Message);
        Assert.True(response.Sent.Length > 0);
        Assert.Throws<InvalidDataException>(() =>
            new ZipArchive(response.Sent, ZipArchiveMode.Read)
        );
    }

    [Fact]
    public async Task Cancelling_ends_the_writing()
    {
        using var response = new ResponseStream();
        using var cancelled = new CancellationTokenSource();
        async IAsyncEnumerable<ExportRow> Leaving()
        {
            foreach (var row in Many(20_000))
            {
                yield return row;
            }
            await cancelled.CancelAsync();
            yield return Exported.Row();
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RecommendationWorkbook.WriteAsync(
                response,
                Exported.Cover(),
                new ExportSheets(Leaving()),
                Exported.Word,
                cancelled.Token
            )
        );
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_writing()
    {
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RecommendationWorkbook.WriteAsync(
                pipe.Writer,
                Exported.Cover(),
                new ExportSheets(Exported.Rows(Many(3_000))),
                Exported.Word,
                Cancellation
            )
        );
    }

    private static IEnumerable<ExportRow> Many(int count)
    {
        var random = new Random(7);
        var noise = new byte[160];
        for (var number = 1; number <= count; number++)
        {
            // Text that does not shrink to nothing, so that something has to be sent.
            random.NextBytes(noise);
            var text = Convert.ToHexString(noise);
            yield return Exported.Row($"KAY-2020-{number}") with
            {
                Text = new(text, null),
            };
        }
    }

    private static async IAsyncEnumerable<ExportRow> Failing(int after)
    {
        foreach (var row in Many(after))
        {
            await Task.Yield();
            yield return row;
        }
        throw new TimeoutException("the database went away");
    }

    /// <summary>Behaves like the body of a web response: forward only, asynchronous only.</summary>
    private sealed class ResponseStream : Stream
    {
        public MemoryStream Sent { get; } = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Sent.Write(buffer.Span);
        }

        public override void Write(byte[] buffer, int offset, int count) => throw Forbidden();

        public override void Flush() => throw Forbidden();

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) =>
            throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private static InvalidOperationException Forbidden() =>
            new("Synchronous operations are disallowed.");
    }
}
