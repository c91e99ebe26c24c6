using System.IO.Pipelines;
using System.Text;
using Tracker.Documents.Exports;

namespace Tracker.Tests.Documents.Workbooks;

public sealed class Rows_are_compressed_while_others_are_read
{
    private const int Rows = 500;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task And_leave_in_the_order_in_which_they_came()
    {
        using var part = new MemoryStream();
        await using var sink = Sink();
        using (var writer = new PartWriter(part, sink, Patience))
        {
            await FillAsync(writer, Rows);
            await writer.EndAsync();
        }

        Assert.Equal(
            string.Concat(Enumerable.Range(0, Rows).Select(Row)),
            Encoding.UTF8.GetString(part.ToArray())
        );
    }

    [Fact]
    public async Task But_not_where_another_export_is_on_its_way()
    {
        using var part = new MemoryStream();
        await using var sink = Sink();
        using var other = new PartWriter(Stream.Null, sink, Patience);
        using var writer = new PartWriter(part, sink, Patience);
        using var buffer = new Utf8Buffer();
        for (var row = 0; row < Rows; row++)
        {
            var before = part.Length;
            buffer.AddText(Row(row));

            await writer.AddAsync(buffer);

            Assert.Equal(before + Row(row).Length, part.Length);
        }
        await writer.EndAsync();
    }

    [Fact]
    public async Task And_a_part_that_takes_no_more_is_told_as_it_was()
    {
        await using var sink = Sink();
        using var closed = new MemoryStream([], writable: false);
        using var writer = new PartWriter(closed, sink, Patience);

        await Assert.ThrowsAsync<NotSupportedException>(() => FillAsync(writer, Rows));
        await Assert.ThrowsAsync<NotSupportedException>(writer.EndAsync);
    }

    [Fact]
    public async Task Nothing_more_is_taken_once_the_reader_has_gone()
    {
        using var gone = new CancellationTokenSource();
        await using var sink = Sink();
        using var writer = new PartWriter(Stream.Null, sink, gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FillAsync(writer, Rows));
    }

    private static async Task FillAsync(PartWriter writer, int rows)
    {
        using var buffer = new Utf8Buffer();
        for (var row = 0; row < rows; row++)
        {
            buffer.AddText(Row(row));
            await writer.AddAsync(buffer);
        }
    }

    private static string Row(int number) => FormattableString.Invariant($"<row r=\"{number}\"/>");

    private static PipeSink Sink() => new(PipeWriter.Create(new MemoryStream()));
}
