using Tracker.Core;
using Tracker.Core.Evidence;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

public sealed class EvidenceEntryTests
{
    private static readonly DateOnly Today = new(2021, 3, 1);

    private static EvidenceEntry Whole { get; } =
        new()
        {
            Kind = EvidenceKind.Decree,
            Title = "Décret",
            DatedOn = Today,
            Link = "https://journal.example/decret?a=1#b",
        };

    [Fact]
    public void A_whole_entry_has_no_fault()
    {
        Assert.Empty(Whole.Check(Today, hasFile: false));
        Assert.Empty((Whole with { Link = null }).Check(Today, hasFile: true));
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        var entry = new EvidenceEntry
        {
            Title = new string('x', 301),
            Note = new string('x', 2001),
            DatedOn = Today.AddDays(1),
            Visibility = (EvidenceVisibility)7,
        };

        Assert.Equal(
            [
                "DatedOn InTheFuture",
                "File Required",
                "Kind Required",
                "Note TooLong",
                "Title TooLong",
                "Visibility Unknown",
            ],
            Ends.Spell(entry.Check(Today, hasFile: false))
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.example/x")]
    [InlineData("//example.example/x")]
    [InlineData("/recommendations")]
    [InlineData("journal.example")]
    [InlineData("https://")]
    [InlineData("https://name:word@journal.example/")]
    [InlineData("https://journal.example/a b")]
    [InlineData("https://journal.example/\u0001")]
    [InlineData("java\nscript:alert(1)")]
    public void Only_a_page_of_the_web_is_an_address(string link) =>
        Assert.Equal(
            ["Link NotAnAddress"],
            Ends.Spell((Whole with { Link = link }).Check(Today, hasFile: false))
        );

    [Fact]
    public void A_long_address_and_an_address_beside_a_file_are_refused()
    {
        var link = "https://journal.example/" + new string('a', 2000);
        Assert.Equal(
            ["Link TooLong"],
            Ends.Spell((Whole with { Link = link }).Check(Today, hasFile: false))
        );
        Assert.Equal(["Link NotOffered"], Ends.Spell(Whole.Check(Today, hasFile: true)));
    }

    [Theory]
    [InlineData("a.pdf", 1, null)]
    [InlineData("a.pdf", 26_214_400, null)]
    [InlineData("a.pdf", 26_214_401, Fault.FileTooLarge)]
    [InlineData("a.pdf", 0, Fault.FileEmpty)]
    [InlineData("a.exe", 1, Fault.FileKind)]
    public void A_file_is_judged_before_it_comes(string name, long size, Fault? fault) =>
        Assert.Equal(fault, FileKinds.CheckAnnounced(name, size)?.Fault);
}
