using System.Globalization;
using System.Text.Json;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Documents.Import;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Given;

/// <summary>The dirty sample of the domain pack, and what a good import makes of it.</summary>
internal static class ImportSamples
{
    public const string Comma = "sample-import-fr.csv";

    /// <summary>As a French spreadsheet program saves it: semicolons, Windows-1252.</summary>
    public const string Excel = "sample-import-fr-excel.csv";

    private const string Expected = "sample-import-expected.csv";

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(ImportSamples).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static async Task<SourceFile> ReadAsync(string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var reading = await SourceReader.ReadAsync(
            stream,
            name,
            TestContext.Current.CancellationToken
        );
        return Assert.IsType<SourceReading.Read>(reading).File;
    }

    public static Task<SourceFile> ReadAsync(string name) => ReadAsync(name, Bytes(name));

    public static ImportPreview Understood(
        SourceFile file,
        ImportLists lists,
        ImportAnswers? answers = null
    )
    {
        var (sheet, mapping) = ImportReading.Propose(file)!.Value;
        return ImportReading.Read(file, sheet, mapping, answers ?? ImportAnswers.None, lists);
    }

    /// <summary>For each record its nine columns, joined; and the dirt that must be reported.</summary>
    public static async Task<
        IReadOnlyList<(string Line, IReadOnlyList<string> Dirt)>
    > ExpectedAsync()
    {
        var file = await ReadAsync(Expected);
        return
        [
            .. file.Sheets[0]
                .Rows.Skip(1)
                .Select(r =>
                    (
                        string.Join('|', Enumerable.Range(0, 9).Select(c => Action(r.At(c).Text))),
                        (IReadOnlyList<string>)r.At(9).Text.Split(';')
                    )
                ),
        ];
    }

    /// <summary>A record in the nine columns of the expected file.</summary>
    public static string LineOf(ImportRecord record)
    {
        var values = record.Values;
        return string.Join(
            '|',
            record.RecordNo.ToString(CultureInfo.InvariantCulture),
            Codes.Of(record.Action),
            values.Code,
            values.Workshop,
            values.Theme,
            values.Lead,
            values.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            values.Status is { } status ? Codes.Of(status) : null,
            values.Percent?.ToString(CultureInfo.InvariantCulture)
        );
    }

    public static IReadOnlySet<string> DirtOf(ImportRecord record) =>
        record.Reasons.Select(r => r.Dirt).OfType<string>().ToHashSet();

    /// <summary>What a fresh tracker knows: the domain pack with the Kayes workshop.</summary>
    public static ImportLists FreshLists()
    {
        var pack = DomainPackReader.Read(withKayes: true);
        return new()
        {
            Themes = [.. pack.Themes.Select(t => new ImportTheme(t.Code, t.Name.Fr!, t.Name.En!))],
            Organisations =
            [
                .. pack.Organisations.Select(o => new ImportOrganisation(
                    o.Code,
                    o.Names[^1].Acronym,
                    [.. o.Names.SelectMany(n => new[] { n.Name.Fr!, n.Name.En! })],
                    o.CanLead
                )),
            ],
            Places =
            [
                .. pack.Places.Select(p => new ImportPlace(
                    p.Code,
                    p.Name.Fr!,
                    p.Name.En!,
                    p.Level,
                    p.ValidFrom,
                    p.ValidTo
                )),
            ],
            FrameworkEntries = [.. pack.Frameworks.SelectMany(f => f.Entries).Select(e => e.Code)],
            Workshops =
            [
                .. pack.Workshops.Select(w => new ImportWorkshop(w.Code, w.Name, w.EndsOn)),
            ],
            Recommendations =
            [
                .. pack.Recommendations.Select(r => new ImportedBefore
                {
                    Code = r.Code,
                    Workshop = r.WorkshopCode,
                    Kind = r.Kind,
                    Title = r.Title,
                    Text = r.Text,
                    Theme = r.ThemeCode,
                    Lead = r.ProposedLeadCode,
                    Supporting = r.SupportingCodes,
                    Places = r.PlaceCodes,
                    FrameworkEntries = r.FrameworkEntryCodes,
                    Status = ImplementationStatus.NotStarted,
                }),
            ],
        };
    }

    private static string Action(string column) =>
        column switch
        {
            "error" => Codes.Of(ImportAction.HeldBack),
            "propose_update" => Codes.Of(ImportAction.Update),
            _ => column,
        };
}
