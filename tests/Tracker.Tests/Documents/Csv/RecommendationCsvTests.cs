using System.Text;
using Tracker.Core.Exports;
using Tracker.Documents.Csv;
using Tracker.Tests.Documents.Workbooks;
using Xunit;

namespace Tracker.Tests.Documents.Csv;

public sealed class RecommendationCsvTests
{
    [Fact]
    public async Task The_file_begins_with_the_mark_and_its_lines_end_in_cr_lf()
    {
        var bytes = await Bytes(Exported.Row());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("code,workshop_code,", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_columns_are_those_of_the_flat_sheet()
    {
        using var book = await OpenedBook.WriteAsync(Exported.Row());
        Assert.Equal(book.ColumnNames, Records(await Bytes(Exported.Row()))[0]);
    }

    [Fact]
    public async Task Values_are_plain_codes_iso_dates_and_addresses()
    {
        var fields = Fields(await Bytes(Exported.Row()));
        Assert.Equal("KAY-2020-01", fields["code"]);
        Assert.Equal("2021-12-31", fields["due_date"]);
        Assert.Equal("", fields["review_date"]);
        Assert.Equal("2021-03-04T13:53:00Z", fields["changed_at"]);
        Assert.Equal("50", fields["progress_percent"]);
        Assert.Equal("1", fields["is_overdue"]);
        Assert.Equal("0", fields["is_due_soon"]);
        Assert.Equal("CIGEM;DGME", fields["supporting_codes"]);
        Assert.Equal("status.in_progress (fr)", fields["status_fr"]);
        Assert.Equal("https://tracker.example/recommendations/KAY-2020-01", fields["link"]);
    }

    [Fact]
    public async Task Nothing_found_is_a_header_alone() => Assert.Single(Records(await Bytes()));

    [Fact]
    public async Task Texts_come_back_exactly_as_they_were_typed()
    {
        string[] texts = [.. Exported.HostileTexts(), "a\r\nb\rc", "\"", "\r\n"];
        var rows = texts.Select(text => Exported.Row() with { Text = new(text, null) });
        var records = Records(await Bytes([.. rows]));
        var column = records[0].ToList().IndexOf("text_fr");
        Assert.Equal(texts, records.Skip(1).Select(fields => CsvText.Unprotect(fields[column])));
    }

    [Fact]
    public async Task No_field_can_run()
    {
        var rows = Exported.HostileTexts().Select(t => Exported.Row() with { Title = new(t, t) });
        var fields = Records(await Bytes([.. rows])).SelectMany(record => record);
        Assert.DoesNotContain(fields, field => field.Length > 0 && "=@\t\r\n".Contains(field[0]));
    }

    private static async Task<byte[]> Bytes(params ExportRow[] rows)
    {
        using var file = new MemoryStream();
        await RecommendationCsv.WriteAsync(
            file,
            Exported.Cover(),
            Exported.Rows(rows),
            Exported.Word,
            TestContext.Current.CancellationToken
        );
        return file.ToArray();
    }

    private static Dictionary<string, string> Fields(byte[] file)
    {
        var records = Records(file);
        return records[0].Zip(records[1]).ToDictionary(p => p.First, p => p.Second);
    }

    private static List<IReadOnlyList<string>> Records(byte[] file)
    {
        var reader = new CsvReader(new StringReader(Encoding.UTF8.GetString(file[3..])));
        var records = new List<IReadOnlyList<string>>();
        while (reader.TryRead(out var fields))
        {
            records.Add(fields);
        }
        return records;
    }
}
