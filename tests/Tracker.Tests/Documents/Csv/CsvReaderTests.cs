using Tracker.Documents.Csv;
using Xunit;

namespace Tracker.Tests.Documents.Csv;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\r\nc,d", "a|b", "c|d")]
    [InlineData("a,b\nc,d\r", "a|b", "c|d")]
    [InlineData("\"a,1\",\"say \"\"yes\"\"\"\r\n", "a,1|say \"yes\"")]
    [InlineData("\"one\r\ntwo\",b\r\nc,d\r\n", "one\r\ntwo|b", "c|d")]
    [InlineData("\"\",\r\n", "|")]
    [InlineData("a\r\n\r\nb\r\n", "a", "", "b")]
    [InlineData("a b , c\r\n", "a b | c")]
    public void Records_and_fields_are_told_apart(string text, params string[] expected) =>
        Assert.Equal(expected, ReadAll(text).Select(fields => string.Join('|', fields)));

    [Fact]
    public void An_empty_text_has_no_record() => Assert.Empty(ReadAll(""));

    [Fact]
    public void A_semicolon_can_be_the_separator() =>
        Assert.Equal(["a,b", "c"], ReadAll("a,b;c\r\n", ';').Single());

    [Theory]
    [InlineData("a,b\r\nc\"d,e\r\n", CsvFault.QuoteInsideField, 2, 2)]
    [InlineData("\"a\nb\",c\r\n\"d\"e,f\r\n", CsvFault.TextAfterQuote, 2, 3)]
    [InlineData("a\r\n\"b\r\nc\r\n", CsvFault.UnclosedQuote, 2, 2)]
    public void A_broken_record_is_named_by_number_and_line(
        string text,
        CsvFault fault,
        int record,
        int line
    )
    {
        var broken = Assert.Throws<CsvFormatException>(() => ReadAll(text));
        Assert.Equal((fault, record, line), (broken.Fault, broken.Record, broken.Line));
    }

    [Fact]
    public void A_quote_that_never_closes_cannot_fill_the_memory()
    {
        var endless = "\"" + new string('x', CsvReader.LongestField + 1);
        var broken = Assert.Throws<CsvFormatException>(() => ReadAll(endless));
        Assert.Equal(CsvFault.FieldTooLong, broken.Fault);
    }

    [Fact]
    public void A_line_of_commas_cannot_fill_the_memory()
    {
        var commas = new string(',', CsvReader.MostFields);
        var broken = Assert.Throws<CsvFormatException>(() => ReadAll(commas));
        Assert.Equal(CsvFault.TooManyFields, broken.Fault);
    }

    [Fact]
    public void A_field_survives_the_border_between_two_chunks()
    {
        var text = new string('x', 4095) + ",\"y\"\"z\"\r\n";
        Assert.Equal([new string('x', 4095), "y\"z"], ReadAll(text).Single());
    }

    private static List<IReadOnlyList<string>> ReadAll(string text, char separator = ',')
    {
        var reader = new CsvReader(new StringReader(text), separator);
        var records = new List<IReadOnlyList<string>>();
        while (reader.TryRead(out var fields))
        {
            records.Add(fields);
        }
        return records;
    }
}
