using Tracker.Core.Evidence;

namespace Tracker.Tests.Evidence;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Décret n° 12.pdf", "Décret n° 12.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\web.config.txt", "web.config.txt")]
    [InlineData("C:\\Users\\x\\PV.docx", "PV.docx")]
    [InlineData("/tmp/evil/", "document")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\u200Bb\uFEFF.pdf", "ab.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf")]
    [InlineData("a\0.pdf", "a.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1.tar.pdf", "_com1.tar.pdf")]
    [InlineData("LPT¹.txt", "_LPT¹.txt")]
    [InlineData("...hidden.pdf", "hidden.pdf")]
    [InlineData("report.pdf. . .", "report.pdf")]
    [InlineData("a.pdf::$DATA", "a.pdf__$DATA")]
    [InlineData("\"><script>.pdf", "___script_.pdf")]
    [InlineData(".pdf", "pdf")]
    [InlineData("", "document")]
    [InlineData(null, "document")]
    [InlineData("a    b.pdf", "a b.pdf")]
    [InlineData("\uD83D.pdf", "pdf")]
    [InlineData("e\u0301.pdf", "é.pdf")]
    public void A_name_keeps_what_may_be_shown(string? given, string cleaned) =>
        Assert.Equal(cleaned, FileNames.Clean(given));

    [Fact]
    public void A_name_without_end_is_cut_and_keeps_its_kind()
    {
        var cleaned = FileNames.Clean(new string('é', 5000) + ".pdf");

        Assert.Equal(FileNames.Longest, cleaned.Length);
        Assert.Equal("pdf", FileNames.ExtensionOf(cleaned));
    }

    [Theory]
    [InlineData("a.PDF", "pdf")]
    [InlineData("a.pdf.exe", "exe")]
    [InlineData("a", "")]
    public void The_kind_is_what_follows_the_last_point(string name, string kind) =>
        Assert.Equal(kind, FileNames.ExtensionOf(FileNames.Clean(name)));

    [Fact]
    public void A_download_is_named_in_plain_letters_and_in_full()
    {
        Assert.Equal(
            "attachment; filename=\"Decret_n__12.pdf\"; filename*=UTF-8''D%C3%A9cret%20n%C2%B0%2012.pdf",
            FileNames.Attachment("Décret n° 12.pdf")
        );
        Assert.Equal(
            "attachment; filename=\"____.pdf\"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A.pdf",
            FileNames.Attachment("تقري.pdf")
        );
    }

    [Fact]
    public void Whatever_the_name_the_header_is_one_line_of_plain_letters()
    {
        var dice = new Random(2);
        for (var time = 0; time < 2000; time++)
        {
            var given = new string([
                .. Enumerable.Range(0, dice.Next(30)).Select(_ => (char)dice.Next(0x2100)),
            ]);
            var header = FileNames.Attachment(FileNames.Clean(given));
            Assert.All(header, c => Assert.InRange(c, ' ', '~'));
            Assert.Equal(2, header.Count(c => c == '"'));
        }
    }
}
