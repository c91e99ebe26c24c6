using System.Text;
using Tracker.Core.Exports;
using Tracker.Core.Import;
using Tracker.Documents.Csv;
using Tracker.Documents.Import;
using Tracker.Documents.Workbooks;
using Tracker.Tests.Documents;

namespace Tracker.Tests.Import.Reading;

/// <summary>What leaves as a spreadsheet and comes back is what left, sign by sign, as often as it travels.</summary>
public sealed class Texts_survive_five_rounds
{
    private const int Texts = 2000;
    private const int Rounds = 5;

    private static readonly string[] Signs =
    [
        "\"",
        "'",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "_x0041_",
        "_x000D_",
        "_",
        "x",
        "\U0001F600",
        "e\u0301",
        "é",
        "\u00A0",
        " ",
        ";",
        ",",
        "<",
        "&",
        "1",
        "a",
        "\u2019",
        "\uFEFF",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Two_thousand_texts_of_nasty_signs(string form)
    {
        var random = new Random(20201218);
        var written = Enumerable.Range(0, Texts).Select(_ => Made(random)).ToList();
        var texts = written;
        for (var round = 0; round < Rounds; round++)
        {
            texts = await ThereAndBackAsync(form, texts);
        }
        Assert.Equal(written.Select(Escaped), texts.Select(Escaped));
    }

    /// <summary>Never empty: an empty cell is none.</summary>
    private static string Made(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 12); left > 0; left--)
        {
            text.Append(Signs[random.Next(Signs.Length)]);
        }
        return text.ToString();
    }

    private static async Task<List<string>> ThereAndBackAsync(string form, List<string> texts)
    {
        using var file = new MemoryStream();
        var rows = Exported.Rows(
            texts.Select(
                (text, at) => Exported.Row($"KAY-2020-{at + 1:00}") with { SourceQuote = text }
            )
        );
        await (
            form == "csv"
                ? RecommendationCsv.WriteAsync(
                    file,
                    Exported.Cover(),
                    rows,
                    Exported.Word,
                    Cancellation
                )
                : RecommendationWorkbook.WriteAsync(
                    file,
                    Exported.Cover(),
                    new ExportSheets(rows),
                    Exported.Word,
                    Cancellation
                )
        );
        file.Position = 0;
        var read = Assert.IsType<SourceReading.Read>(
            await SourceReader.ReadAsync(file, $"export.{form}", Cancellation)
        );
        var (sheet, _) = ImportReading.Propose(read.File)!.Value;
        var column = sheet.Rows[0].Cells.Select(c => c.Text).ToList().IndexOf("source_quote");
        Assert.DoesNotContain(sheet.Rows.Skip(1), r => r.At(column).IsFormula);
        return [.. sheet.Rows.Skip(1).Select(r => r.At(column).Text)];
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : $"\\{(int)c:x4}"));
}
