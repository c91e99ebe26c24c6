using Tracker.Core.Import;
using Tracker.Documents.Import;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Understanding;

/// <summary>Whatever a file holds, each of its rows comes out as a record with a reason or a value.</summary>
public sealed class No_row_is_lost
{
    [Fact]
    public async Task Three_hundred_spoilt_samples_keep_all_their_rows()
    {
        var random = new Random(20201218);
        var sound = ImportSamples.Bytes(ImportSamples.Comma);
        var lists = ImportSamples.FreshLists();
        var understood = 0;
        for (var run = 0; run < 300; run++)
        {
            var file = await SpoiltAsync(random, sound);
            if (file is null || ImportReading.Propose(file) is not { } proposed)
            {
                continue;
            }
            var preview = ImportReading.Read(
                file,
                proposed.Sheet,
                proposed.Mapping,
                ImportAnswers.None,
                lists
            );
            Assert.Equal(
                proposed.Sheet.Rows.Count - proposed.Mapping.HeaderRow - 1,
                preview.Records.Count
            );
            Assert.All(
                preview.Records.Where(r => r.Action is ImportAction.Skip or ImportAction.HeldBack),
                r => Assert.NotEmpty(r.Reasons)
            );
            understood++;
        }
        Assert.InRange(understood, 200, 300);
    }

    [Fact]
    public void A_file_of_one_s_own_columns_without_codes_makes_its_workshop_s_code()
    {
        var preview = Understood(
            ["Atelier", "Date de l’atelier", "Lieu", "Thématique", "Recommandation", "Responsable"],
            [
                "Rencontre de Ségou",
                "14/05/2022",
                "Ségou",
                "Retour",
                "Ouvrir un guichet d’accueil.",
                "DGME",
            ],
            ["", "", "", "", "Former les agents du guichet.", ""]
        );
        Assert.Equal(["SEG-2022-01", "SEG-2022-02"], preview.Records.Select(r => r.Values.Code));
        Assert.Equal("SEG-2022", Assert.Single(preview.Workshops).Code);
    }

    [Fact]
    public void A_code_that_stands_for_something_else_is_held_back()
    {
        var preview = Understood(
            ["Code", "Thématique", "Recommandation", "Échéance"],
            [
                "KAY-2020-05",
                "EMP",
                "Planter des haies vives autour des puits du nord.",
                "31/12/2026",
            ]
        );
        var record = Assert.Single(preview.Records);
        Assert.Equal(ImportAction.HeldBack, record.Action);
        Assert.Equal(
            "KAY-2020-17",
            record.Reasons.Single(r => r.Kind == ImportReasonKind.SameCodeOtherText).Detail
        );
    }

    [Theory]
    [InlineData("écrire à point@exemple.org ou passer", true)]
    [InlineData("+223 00 00 00 00", true)]
    [InlineData("@ndc, réunion du 12/03/2022", false)]
    [InlineData("taux de 3.5 @ 2 %", false)]
    public void What_may_name_a_person_is_seen(string remark, bool isSeen) =>
        Assert.Equal(isSeen, ImportValues.MayBePersonal(remark));

    [Fact]
    public void A_remark_of_thirty_thousand_signs_is_judged_at_once()
    {
        var signs = new string('a', 32_000);
        Assert.False(ImportValues.MayBePersonal(signs + "@" + signs));
        Assert.True(ImportValues.MayBePersonal(new string('@', 32_000) + "a@b.c"));
    }

    private static ImportPreview Understood(params string[][] rows)
    {
        var sheet = new SourceSheet(
            "",
            false,
            [
                .. rows.Select(
                    (cells, at) =>
                        new SourceRow(
                            at + 1,
                            [.. cells.Select(c => new SourceCell(c, SourceCellKind.Text))]
                        )
                ),
            ]
        );
        return ImportSamples.Understood(
            new SourceFile("essai.csv", new SourceForm(SourceKind.Text), [sheet], []),
            ImportSamples.FreshLists()
        );
    }

    private static async Task<SourceFile?> SpoiltAsync(Random random, byte[] sound)
    {
        var bytes = sound.ToArray();
        for (var hit = random.Next(1, 12); hit > 0; hit--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
        using var stream = new MemoryStream(bytes);
        return
            await SourceReader.ReadAsync(stream, "essai.csv", TestContext.Current.CancellationToken)
                is SourceReading.Read read
            ? read.File
            : null;
    }
}
