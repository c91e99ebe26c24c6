using System.Text;
using Tracker.Core.Import;
using Tracker.Documents.Import;

namespace Tracker.Tests.Import.Reading;

public sealed class A_stranger_s_file_is_read_or_refused
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Plain => RawBook.Row(1, "Code", "Titre") + RawBook.Row(2, "A-1", "Un");

    public static TheoryData<string, SourceFaultKind> Refused =>
        new()
        {
            { "empty", SourceFaultKind.Empty },
            { "html", SourceFaultKind.UnknownKind },
            { "pdf", SourceFaultKind.UnknownKind },
            { "old", SourceFaultKind.OldWorkbook },
            { "password", SourceFaultKind.Encrypted },
            { "too large", SourceFaultKind.TooLarge },
            { "truncated", SourceFaultKind.DamagedArchive },
            { "wrong sum", SourceFaultKind.DamagedArchive },
            { "encrypted part", SourceFaultKind.Encrypted },
            { "unknown method", SourceFaultKind.DamagedArchive },
            { "many parts", SourceFaultKind.TooManyParts },
            { "twice", SourceFaultKind.DamagedArchive },
            { "outside", SourceFaultKind.DamagedArchive },
            { "macro", SourceFaultKind.Macros },
            { "embedded", SourceFaultKind.EmbeddedObjects },
            { "bomb", SourceFaultKind.UnpacksTooLarge },
            { "no workbook", SourceFaultKind.NoWorkbook },
            { "no sheet", SourceFaultKind.NoWorkbook },
            { "entity", SourceFaultKind.ForbiddenMarkup },
            { "deep", SourceFaultKind.ForbiddenMarkup },
            { "attributes", SourceFaultKind.ForbiddenMarkup },
            { "control character", SourceFaultKind.DamagedMarkup },
            { "rows", SourceFaultKind.TooManyRows },
            { "columns", SourceFaultKind.TooManyColumns },
            { "reference", SourceFaultKind.DamagedCell },
            { "index", SourceFaultKind.DamagedCell },
            { "long cell", SourceFaultKind.CellTooLong },
            { "nothing", SourceFaultKind.NothingInIt },
            { "nought", SourceFaultKind.DamagedText },
            { "open quote", SourceFaultKind.DamagedText },
            { "csv columns", SourceFaultKind.TooManyColumns },
            { "csv rows", SourceFaultKind.TooManyRows },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_hostile_file_ends_in_the_fault_that_says_what_is_wrong(
        string file,
        SourceFaultKind expected
    )
    {
        var end = await ReadAsync(Hostile(file));

        var refused = Assert.IsType<SourceReading.Refused>(end);
        Assert.Equal(expected, refused.Fault.Kind);
    }

    [Fact]
    public async Task Cells_are_read_as_they_were_typed_and_days_as_days()
    {
        const string Styles =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"171\" formatCode=\"0.0&quot;d&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";
        var rows =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44561</v></c><c r=\"C1\" s=\"2\"><v>44561.5</v></c><c r=\"D1\" s=\"3\"><v>44561</v></c></row>"
            + "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v>_x0041_ =x</v></c></row>";
        var file = await OpenAsync(
            new RawBook(
                rows,
                "<si><r><t>Un </t></r><r><t>deux</t></r><rPh><t>x</t></rPh></si>",
                Styles
            ).Bytes()
        );

        var cells = file.Sheets[0].Rows.SelectMany(r => r.Cells).ToList();
        Assert.Equal(
            [
                ("Un deux", SourceCellKind.Text),
                ("2021-12-31", SourceCellKind.Day),
                ("2021-12-31T12:00:00", SourceCellKind.Day),
                ("44561", SourceCellKind.Number),
                ("TRUE", SourceCellKind.Truth),
                ("#N/A", SourceCellKind.Error),
                ("2", SourceCellKind.Number),
                ("A =x", SourceCellKind.Text),
            ],
            cells.Select(c => (c.Text, c.Kind))
        );
        Assert.Equal(2, cells.Count(c => c.IsFormula));
        Assert.Contains(file.Notes, n => n is { Kind: SourceNoteKind.Formulas, Count: 2 });
    }

    [Fact]
    public async Task Days_of_1904_hidden_sheets_and_rows_and_merged_cells_are_said()
    {
        var workbook = RawBook.Workbook(
            "<workbookPr date1904=\"1\"/><sheets><sheet name=\"Liste\" sheetId=\"1\" state=\"hidden\" r:id=\"s1\"/></sheets>"
        );
        var book = new RawBook(
            "<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"0\"><v>43099</v></c></row>",
            styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
            workbook: workbook
        ).Sheet(s =>
            s.Replace(
                "</sheetData>",
                "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
                StringComparison.Ordinal
            )
        );
        var file = await OpenAsync(book.Bytes());

        Assert.Equal("2021-12-31", file.Sheets[0].Rows[1].At(0).Text);
        Assert.Empty(file.Sheets[0].Rows[0].Cells);
        Assert.Equal(
            [SourceNoteKind.HiddenSheet, SourceNoteKind.MergedCells, SourceNoteKind.HiddenRows],
            file.Notes.Select(n => n.Kind)
        );
    }

    [Theory]
    [InlineData("utf-8", ',', false)]
    [InlineData("utf-8", ';', true)]
    [InlineData("utf-16", '\t', true)]
    [InlineData("windows-1252", ';', false)]
    public async Task The_encoding_and_the_separator_of_a_text_are_found_and_said(
        string encoding,
        char separator,
        bool marked
    )
    {
        var text =
            $"Code{separator}Thématique\r\nA-1{separator}\"Écrit\nsur deux lignes\"\r\n\r\nA-2{separator}fin";
        Encoding written = encoding switch
        {
            "utf-8" => new UTF8Encoding(marked),
            "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: marked),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        var file = await OpenAsync([.. written.GetPreamble(), .. written.GetBytes(text)]);

        Assert.Equal(new SourceForm(SourceKind.Text, encoding, separator), file.Form);
        var rows = file.Sheets[0].Rows;
        Assert.Equal("Thématique", rows[0].At(1).Text);
        Assert.Equal("Écrit\nsur deux lignes", rows[1].At(1).Text);
        Assert.Equal([1, 2, 4, 5], rows.Select(r => r.Number));
        Assert.Empty(rows[2].Cells);
    }

    [Fact]
    public async Task Random_bytes_changed_in_good_files_end_in_a_verdict_each()
    {
        var random = new Random(20);
        byte[][] good =
        [
            new RawBook(Plain).Bytes(),
            Encoding.UTF8.GetBytes("Code;Titre\r\nA-1;\"Un; deux\"\r\n"),
        ];
        var (read, refused) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            var bytes = good[round % 2].ToArray();
            for (var change = 0; change <= random.Next(4); change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            _ = await ReadAsync(bytes) is SourceReading.Read ? read++ : refused++;
        }
        Assert.True(read > 20 && refused > 20, $"{read} read, {refused} refused.");
    }

    private static byte[] Hostile(string file) =>
        file switch
        {
            "empty" => [],
            "html" => "<html><table/></html>"u8.ToArray(),
            "pdf" => "%PDF-1.7 x"u8.ToArray(),
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 0, 0],
            "password" =>
            [
                0xD0,
                0xCF,
                0x11,
                0xE0,
                .. Encoding.Unicode.GetBytes("EncryptedPackage"),
            ],
            "too large" => new byte[SourceLimits.Bytes + 1],
            "truncated" => new RawBook(Plain).Bytes()[..^40],
            "wrong sum" => new RawBook(Plain).WithDirectory(16, 1),
            "encrypted part" => new RawBook(Plain).WithDirectory(8, 1),
            "unknown method" => new RawBook(Plain).WithDirectory(10, 14),
            "many parts" => Many(new RawBook(Plain), 201),
            "twice" => new RawBook(Plain).Add("XL/worksheets/SHEET1.xml", "<a/>").Bytes(),
            "outside" => new RawBook(Plain).Add("../../x", "x").Bytes(),
            "macro" => new RawBook(Plain).Add("xl/vbaProject.bin", "x").Bytes(),
            "embedded" => new RawBook(Plain).Add("xl/embeddings/x.bin", "x").Bytes(),
            "bomb" => new RawBook(Plain).Add("xl/media/x", new string(' ', 70_000_000)).Bytes(),
            "no workbook" => NoWorkbook(),
            "no sheet" => new RawBook(Plain, workbook: RawBook.Workbook("<sheets/>")).Bytes(),
            "entity" => new RawBook(Plain)
                .Sheet(s => "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + s)
                .Bytes(),
            "deep" => new RawBook(
                string.Concat(Enumerable.Repeat("<a>", 60))
                    + string.Concat(Enumerable.Repeat("</a>", 60))
            ).Bytes(),
            "attributes" => new RawBook(
                $"<row {string.Concat(Enumerable.Range(0, 99).Select(i => $"a{i}=\"\" "))}/>"
            ).Bytes(),
            "control character" => new RawBook("<row r=\"1\"><c><v>\u0001</v></c></row>").Bytes(),
            "rows" => new RawBook(
                string.Concat(
                    Enumerable.Range(1, 20_300).Select(i => $"<row r=\"{i}\"><c><v>1</v></c></row>")
                )
            ).Bytes(),
            "columns" => new RawBook("<row r=\"1\"><c r=\"DD1\"><v>1</v></c></row>").Bytes(),
            "reference" => new RawBook("<row r=\"1\"><c r=\"A9\"><v>1</v></c></row>").Bytes(),
            "index" => new RawBook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").Bytes(),
            "long cell" => new RawBook(RawBook.Row(1, new string('x', 40_000))).Bytes(),
            "nothing" => new RawBook("").Bytes(),
            "nought" => "a,b\0,c"u8.ToArray(),
            "open quote" => "a,b\n\"c,d"u8.ToArray(),
            "csv columns" => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 150))),
            "csv rows" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 20_300))),
            _ => throw new ArgumentOutOfRangeException(nameof(file), file, null),
        };

    private static byte[] Many(RawBook book, int parts)
    {
        for (var i = 0; i < parts; i++)
        {
            book.Add($"xl/media/{i}", "x");
        }
        return book.Bytes();
    }

    private static byte[] NoWorkbook()
    {
        using var file = new MemoryStream();
        using (
            var archive = new System.IO.Compression.ZipArchive(
                file,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
        {
            using var part = archive.CreateEntry("hello.txt").Open();
            part.Write("hello"u8);
        }
        return file.ToArray();
    }

    private static async Task<SourceReading> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await SourceReader.ReadAsync(stream, "fichier", Cancellation);
    }

    private static async Task<SourceFile> OpenAsync(byte[] bytes) =>
        Assert.IsType<SourceReading.Read>(await ReadAsync(bytes)).File;
}
