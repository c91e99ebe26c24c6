using DocumentFormat.OpenXml.Packaging;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>
/// The whole workbook opened by another program than the one that drew it, saved again by that program, and compared cell by
/// cell. Excel itself is not at hand.
/// </summary>
public sealed class LibreOfficeJourney(JourneySuite suite) : Journey(suite)
{
    private const string Program = "soffice";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] DataSheets =
    [
        "Recommandations",
        "Synthèse",
        "Cadres",
        "Partenaires",
        "Lieux",
        "Mises à jour",
        "Jalons",
        "Pièces",
        "Changements",
        "Colonnes",
    ];

    [Fact]
    public async Task A_workbook_that_LibreOffice_opened_and_saved_says_the_same()
    {
        if (!IsPresent())
        {
            const string Loud =
                "LIBREOFFICE NOT TESTED: no soffice here (Debian: libreoffice-calc). The workbook was not opened by it.";
            TestContext.Current.AddWarning(Loud);
            TestContext.Current.TestOutputHelper!.WriteLine(Loud);
            Console.WriteLine(Loud);
            return;
        }
        using var folder = new TemporaryFolder();
        var written = folder.Combine("export.xlsx");
        await Server.RunVerbAsync("export", written);
        var saved = await SaveAgainAsync(written, folder);

        using var before = DownloadedWorkbook.Open(written);
        using var after = DownloadedWorkbook.Open(saved);
        Assert.Equal(["Couverture", .. DataSheets], after.SheetNames);
        var cells = 0;
        foreach (var sheet in DataSheets.Where(before.HasRows))
        {
            var (ours, theirs) = (before.Read(sheet), after.Read(sheet));
            Assert.Equal(ours.Select(Spell), theirs.Select(Spell));
            cells += ours.Sum(row => row.Count);
        }
        Assert.True(cells > 1_000, $"Only {cells} cells were compared.");
        Assert.Contains(
            after.ReadRecommendations(),
            row => row["title_fr"].Contains('é', StringComparison.Ordinal)
        );
        Assert.IsType<DateTime>(after.ReadValue("KAY-2020-01", "workshop_end"));
        Assert.Equal(TablesOf(written), TablesOf(saved));

        static string Spell(IReadOnlyDictionary<string, string> row) => string.Join(" | ", row);
    }

    private static async Task<string> SaveAgainAsync(string written, TemporaryFolder folder)
    {
        var target = folder.Combine("again");
        await ChildProcess.RunAsync(
            Program,
            [
                "--headless",
                $"-env:UserInstallation={new Uri(folder.Combine("profile"))}",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                target,
                written,
            ],
            Patience
        );
        return Path.Combine(target, Path.GetFileName(written));
    }

    /// <summary>Each table with its place and whether its columns can be filtered.</summary>
    private static List<string> TablesOf(string file)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        return
        [
            .. book.WorkbookPart!.WorksheetParts.SelectMany(s => s.TableDefinitionParts)
                .Select(t => t.Table!)
                .Select(t => $"{t.DisplayName} {t.Reference} {t.AutoFilter?.Reference}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsPresent() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));
}
