using System.Text;
using Tracker.Documents.Csv;
using Xunit;

namespace Tracker.Tests.Documents.Csv;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("+223 20 22", "'+223 20 22")]
    [InlineData("-x", "'-x")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r", "'\r")]
    [InlineData("\n=x", "'\n=x")]
    [InlineData("'=x", "''=x")]
    [InlineData("''=x", "'''=x")]
    [InlineData("-", "'-")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("-5\n", "'-5\n")]
    public void A_text_that_could_run_gets_one_apostrophe(string text, string written) =>
        Assert.Equal(written, CsvText.Protect(text));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("-5.25")]
    [InlineData("-5,25")]
    [InlineData("'hui")]
    [InlineData("'")]
    [InlineData("a=b")]
    [InlineData(" =x")]
    public void Plain_numbers_and_other_texts_stay(string text) =>
        Assert.Equal(text, CsvText.Protect(text));

    [Fact]
    public void Protection_is_undone_exactly_whatever_the_text()
    {
        const string Alphabet = "='+-@\t\r\n '5.,a";
        var random = new Random(20201218);
        for (var count = 0; count < 2_000; count++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(8); length > 0; length--)
            {
                text.Append(Alphabet[random.Next(Alphabet.Length)]);
            }
            var typed = text.ToString();
            Assert.Equal(typed, CsvText.Unprotect(CsvText.Protect(typed)));
        }
    }
}
