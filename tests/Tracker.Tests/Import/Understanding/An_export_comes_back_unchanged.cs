using Tracker.Core.Import;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Understanding;

/// <summary>What left as a spreadsheet and was not touched changes nothing when it comes back.</summary>
public sealed class An_export_comes_back_unchanged(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Sixteen_of_sixteen_on_the_fresh_pack(string form)
    {
        var preview = ImportSamples.Understood(
            await ExportedAsync(form),
            ImportSamples.FreshLists()
        );
        Assert.True(preview.Mapping.IsOwn);
        Assert.Equal(16, preview.Of(ImportAction.Unchanged));
        Assert.Equal(16, preview.Records.Count);
        Assert.Empty(preview.Workshops);
    }

    [Fact]
    public async Task One_cell_changed_is_one_difference_and_a_cell_emptied_takes_away()
    {
        var file = await ExportedAsync("csv");
        var answers = new ImportAnswers(
            new Dictionary<int, IReadOnlyDictionary<ImportField, string>>
            {
                [1] = new Dictionary<ImportField, string> { [ImportField.DueDate] = "2021-06-30" },
                [2] = new Dictionary<ImportField, string> { [ImportField.Lead] = "" },
            }
        );
        var preview = ImportSamples.Understood(file, ImportSamples.FreshLists(), answers);
        Assert.Equal(14, preview.Of(ImportAction.Unchanged));
        Assert.Equal(
            [new ImportDifference(ImportField.DueDate, "", "2021-06-30")],
            preview.Records[0].Differences
        );
        Assert.Equal(
            [new ImportDifference(ImportField.Lead, "MSDS", "")],
            preview.Records[1].Differences
        );
    }

    private async Task<SourceFile> ExportedAsync(string form)
    {
        using var visitor = await host.SignedInAsync("coordinator");
        using var answer = await visitor.GetAsync($"/recommendations/export.{form}");
        return await ImportSamples.ReadAsync(
            $"export.{form}",
            await answer.Content.ReadAsByteArrayAsync(Patience)
        );
    }
}
