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

    /// <summary>The number in front of the words of the last line; minus one where they are not said.</summary>
    private static int Said(Ended ended, string words) =>
        ended.Output.LastOrDefault(line => line.EndsWith(words, StringComparison.Ordinal))
            is { } line
            ? int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            : -1;
}
