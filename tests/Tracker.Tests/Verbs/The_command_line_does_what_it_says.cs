using ClosedXML.Excel;
using Tracker.Tests.Given;

namespace Tracker.Tests.Verbs;

public sealed class The_command_line_does_what_it_says
{
    [Fact]
    public async Task Schema_then_domain_pack_then_a_workbook_beside_the_caller()
    {
        using var program = new ProgramRun();

        var migrated = await program.ProductionAsync("migrate");
        Assert.Equal((0, true), (migrated.ExitCode, Said(migrated, "migrations applied.") > 0));
        Assert.Equal(0, Said(await program.ProductionAsync("migrate"), "migrations applied."));
        Assert.True(Said(await program.ProductionAsync("seed", "--kayes"), "rows added.") > 16);
        Assert.Equal(0, Said(await program.ProductionAsync("seed", "--kayes"), "rows added."));
        var exported = await program.ProductionAsync("export", "liste.xlsx");

        Assert.Equal(0, exported.ExitCode);
        using var book = new XLWorkbook(Path.Combine(program.Folder, "liste.xlsx"));
        Assert.Equal(17, book.Worksheet("Recommandations").LastRowUsed()!.RowNumber());
        Assert.True(File.Exists(Path.Combine(program.Folder, "data", "tracker.db")));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("migrate", "--help")]
    [InlineData("seed", "-h")]
    [InlineData("export", "--help")]
    [InlineData("demo-data", "--help")]
    public async Task Help_is_given_and_nothing_done(params string[] args)
    {
        using var program = new ProgramRun();

        var ended = await program.ProductionAsync(args);

        Assert.Equal(0, ended.ExitCode);
        Assert.NotEmpty(ended.Output);
        Assert.Empty(ended.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(program.Folder));
    }

    [Theory]
    [InlineData("unknown-verb")]
    [InlineData("demo-data")]
    [InlineData("demo-data", "--recommendations")]
    [InlineData("demo-data", "--recommendations", "0")]
    [InlineData("demo-data", "--recommendations", "-5")]
    [InlineData("demo-data", "--recommendations", "10000000")]
    [InlineData("demo-data", "--recommendations", "many")]
    [InlineData("demo-data", "--recommendations", "20", "--history", "x")]
    [InlineData("demo-data", "--recommendations", "20")]
    [InlineData("export")]
    [InlineData("export", "liste.pdf")]
    [InlineData("export", "no-such-folder/liste.xlsx")]
    public async Task What_cannot_be_done_is_said_and_the_exit_code_is_one(params string[] args)
    {
        using var program = new ProgramRun();

        var ended = await program.ProductionAsync(args);

        Assert.Equal(1, ended.ExitCode);
        Assert.NotEmpty(ended.Errors);
        Assert.DoesNotContain(
            ended.Errors,
            line => line.Contains("   at ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Sample_data_is_added_once_and_in_production_only_when_meant()
    {
        using var program = new ProgramRun();
        string[] asked = ["demo-data", "--recommendations", "30", "--yes"];

        var added = await program.ProductionAsync(asked);
        var again = await program.ProductionAsync(asked);
        var other = await program.ProductionAsync([.. asked, "--seed", "2"]);

        Assert.Equal((0, 0, 1), (added.ExitCode, again.ExitCode, other.ExitCode));
        Assert.StartsWith(
            "30 sample recommendations added",
            added.Output[^1],
            StringComparison.Ordinal
        );
        Assert.EndsWith("nothing added.", again.Output[^1], StringComparison.Ordinal);
        Assert.Contains("seed 1", other.Errors[^1], StringComparison.Ordinal);
    }

    /// <summary>The number in front of the words of the last line; minus one where they are not said.</summary>
    private static int Said(Ended ended, string words) =>
        ended.Output.LastOrDefault(line => line.EndsWith(words, StringComparison.Ordinal))
            is { } line
            ? int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            : -1;
}
