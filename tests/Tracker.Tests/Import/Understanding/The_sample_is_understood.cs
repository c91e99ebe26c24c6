using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Understanding;

/// <summary>Story 7 as far as the preview: the dirty sample, record by record, against what a good import makes of it.</summary>
public sealed class The_sample_is_understood
{
    [Theory]
    [InlineData(ImportSamples.Comma)]
    [InlineData(ImportSamples.Excel)]
    public async Task Every_record_comes_out_as_the_catalogue_says(string name)
    {
        var preview = ImportSamples.Understood(
            await ImportSamples.ReadAsync(name),
            ImportSamples.FreshLists()
        );
        var expected = await ImportSamples.ExpectedAsync();
        Assert.Equal(expected.Select(e => e.Line), preview.Records.Select(ImportSamples.LineOf));
        Assert.Equal(48, preview.Records.Count);
        Assert.Equal(5, preview.Workshops.Count);
    }

    [Theory]
    [InlineData(ImportSamples.Comma)]
    [InlineData(ImportSamples.Excel)]
    public async Task Everything_dirty_is_reported(string name)
    {
        var preview = ImportSamples.Understood(
            await ImportSamples.ReadAsync(name),
            ImportSamples.FreshLists()
        );
        var expected = await ImportSamples.ExpectedAsync();
        var silent = expected
            .Zip(preview.Records)
            .SelectMany(pair =>
                pair.First.Dirt.Except(ImportSamples.DirtOf(pair.Second))
                    .Select(d => $"{pair.Second.RecordNo} {d}")
            );
        // Windows-1252 cannot hold accents in two pieces: the program that saved the twin put them together.
        Assert.Equal(name == ImportSamples.Excel ? ["20 D13"] : [], silent);
    }

    [Fact]
    public async Task Workshops_are_proposed_from_the_codes_of_their_rows()
    {
        var preview = ImportSamples.Understood(
            await ImportSamples.ReadAsync(ImportSamples.Comma),
            ImportSamples.FreshLists()
        );
        Assert.Equal(
            [
                ("SIK-2021", new DateOnly(2021, 6, 24), "ML-3"),
                ("BKO-2021", new DateOnly(2021, 11, 11), "ML-BKO"),
                ("GAO-2022", new DateOnly(2022, 3, 16), "ML-7"),
                ("DIA-2022", new DateOnly(2022, 7, 7), "ML-BKO"),
                ("LIB-2022", new DateOnly(2022, 10, 20), "ML-BKO"),
            ],
            preview.Workshops.Select(w => (w.Code, w.EndsOn!.Value, w.Place!))
        );
    }

    [Fact]
    public async Task What_is_doubtful_is_proposed_and_what_is_known_is_found()
    {
        var preview = ImportSamples.Understood(
            await ImportSamples.ReadAsync(ImportSamples.Comma),
            ImportSamples.FreshLists()
        );
        ImportRecord Of(int no) => preview.Records[no - 1];

        Assert.Equal(["GCM-05", "GCM-18", "SDG-10.7"], Of(46).Values.FrameworkEntries);
        Assert.Contains("SDG-10.7", Of(32).Values.FrameworkEntries);
        Assert.Equal("SDG-8.10", Detail(Of(33), ImportReasonKind.GoalUnknown));
        Assert.Equal("KAY-2020-10", Of(36).Values.NearDuplicateOf);
        Assert.Equal(["ML-7", "ML-9", "ML-8"], Of(29).Values.Places);
        Assert.Equal(["ML-6"], Of(30).Values.Places);
        Assert.Equal(["ML-1-KIT"], Of(45).Values.Places);
        Assert.Equal("BKO-2021-10", Detail(Of(22), ImportReasonKind.SameCodeOtherText));
        Assert.Equal("Direction régionale de la mobilité", Of(7).Values.Remarks);
        Assert.Contains("DGME", Of(11).Values.Supporting);
        Assert.Null(Of(28).Values.Remarks);
        Assert.Equal("=1+1", Of(34).Values.Remarks);
        Assert.Equal("Améliorer la qualité des données consulaires.", Of(21).Values.Text.Fr);
        Assert.Null(Of(47).Values.Text.Fr);
        Assert.Equal("Publish a yearly scorecard on free movement.", Of(47).Values.Text.En);
        Assert.Equal(
            [ImportField.DueDate, ImportField.Status, ImportField.Percent],
            Of(39).Differences.Select(d => d.Field)
        );
        Assert.DoesNotContain(
            preview.Records,
            r => r.Values.Status == ImplementationStatus.Verified
        );
    }

    [Fact]
    public async Task An_answer_is_read_in_the_place_of_the_cell()
    {
        var file = await ImportSamples.ReadAsync(ImportSamples.Comma);
        var answers = new ImportAnswers(
            new Dictionary<int, IReadOnlyDictionary<ImportField, string>>
            {
                [10] = new Dictionary<ImportField, string> { [ImportField.DueDate] = "28/02/2022" },
                [28] = new Dictionary<ImportField, string> { [ImportField.Decision] = "keep" },
                [33] = new Dictionary<ImportField, string> { [ImportField.Goals] = "SDG-8.10" },
                [47] = new Dictionary<ImportField, string> { [ImportField.Decision] = "skip" },
            }
        );
        var records = ImportSamples.Understood(file, ImportSamples.FreshLists(), answers).Records;
        Assert.Equal(new DateOnly(2022, 2, 28), records[9].Values.DueDate);
        Assert.Equal(ImportAction.CreateWithWarning, records[9].Action);
        Assert.Contains("example.org", records[27].Values.Remarks, StringComparison.Ordinal);
        Assert.Contains("SDG-8.10", records[32].Values.FrameworkEntries);
        Assert.Equal(ImportAction.Skip, records[46].Action);
    }

    private static string? Detail(ImportRecord record, ImportReasonKind kind) =>
        record.Reasons.Single(r => r.Kind == kind).Detail;
}
