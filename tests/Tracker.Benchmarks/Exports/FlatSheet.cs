using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;
using Tracker.Documents.Workbooks;

namespace Tracker.Benchmarks.Exports;

/// <summary>A sheet of 14 columns: as the product writes it into a drawn book, and by hand.</summary>
internal static class FlatSheet
{
    private static readonly string[] Names =
    [
        "code",
        "workshop_code",
        "kind",
        "title_fr",
        "text_fr",
        "theme_code",
        "lead_code",
        "acceptance",
        "status",
        "status_since",
        "progress_percent",
        "due_date",
        "changed_at",
        "link",
    ];

    private static readonly ExportCover Cover = new(
        Language.Fr,
        [],
        new Uri("https://tracker.example/recommendations"),
        "https://tracker.example/recommendations/",
        new DateOnly(2026, 1, 31),
        new DateTime(2026, 2, 1, 8, 30, 0),
        []
    );

    private static readonly ExportLabels Labels = new((key, _) => key);

    private static readonly DataSheet Sheet = new DataSheet<ExportRow>(
        SheetNames.List,
        SheetNames.ListTable,
        "sheet.list",
        4,
        [.. RecommendationColumns.All.Where(c => Names.Contains(c.Name))],
        s => s.Recommendations
    )
    {
        Tall = true,
    };

    private static readonly BookTemplate Book = new(
        BookDrawing.Draw(Language.Fr, Labels, [Sheet]),
        [Sheet]
    );

    /// <summary>By the product, from a warm template.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<ExportRow> rows)
    {
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        await BookWriter.WriteAsync(
            pipe,
            Book,
            [Sheet],
            Cover,
            Labels,
            new ExportSheets(rows),
            CancellationToken.None
        );
        await pipe.CompleteAsync();
    }

    /// <summary>The floor: the same cells as text into a zip, without styles, table, cover or dictionary.</summary>
    public static async Task WriteByHandAsync(Stream output, IAsyncEnumerable<ExportRow> rows)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", ContentTypes);
        Part(archive, "_rels/.rels", PackageLinks);
        Part(archive, "xl/workbook.xml", Workbook);
        Part(archive, "xl/_rels/workbook.xml.rels", WorkbookLinks);
        await using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
        await using var text = new StreamWriter(entry, bufferSize: 64 * 1024);
        text.Write(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        );
        var number = 1;
        Head(text);
        await foreach (var row in rows)
        {
            Row(text, ++number, row);
        }
        text.Write("</sheetData></worksheet>");
    }

    private static void Head(StreamWriter text)
    {
        text.Write("<row r=\"1\">");
        for (var at = 0; at < Names.Length; at++)
        {
            Cell(text, (char)('A' + at), 1, Names[at]);
        }
        text.Write("</row>");
    }

    private static void Row(StreamWriter text, int number, ExportRow row)
    {
        text.Write("<row r=\"");
        text.Write(number);
        text.Write("\">");
        Cell(text, 'A', number, row.Code);
        Cell(text, 'B', number, row.WorkshopCode);
        Cell(text, 'C', number, Codes.Of(row.Kind));
        Cell(text, 'D', number, row.Title.Fr);
        Cell(text, 'E', number, row.Text.Fr);
        Cell(text, 'F', number, row.ThemeCode);
        Cell(text, 'G', number, row.LeadCode);
        Cell(text, 'H', number, Codes.Of(row.Acceptance));
        Cell(text, 'I', number, Codes.Of(row.Status));
        Cell(text, 'J', number, Serial(row.StatusSince));
        Cell(text, 'K', number, row.Percent);
        Cell(text, 'L', number, row.DueDate is { } due ? Serial(due) : null);
        Cell(
            text,
            'M',
            number,
            Serial(DateOnly.FromDateTime(row.ChangedAt)) + row.ChangedAt.TimeOfDay.TotalDays
        );
        text.Write("<c r=\"N");
        text.Write(number);
        text.Write("\" t=\"str\"><f>HYPERLINK(&quot;");
        text.Write(Cover.RecordAddress);
        text.Write(row.Code);
        text.Write("&quot;,&quot;");
        text.Write(row.Code);
        text.Write("&quot;)</f><v>");
        text.Write(row.Code);
        text.Write("</v></c></row>");
    }

    private static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static void Cell(StreamWriter text, char column, int row, string? value)
    {
        if (value is null)
        {
            return;
        }
        Open(text, column, row);
        text.Write("\" t=\"inlineStr\"><is><t>");
        text.Write(
            value.AsSpan().IndexOfAny('<', '>', '&') < 0
                ? value
                : value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")
        );
        text.Write("</t></is></c>");
    }

    private static void Cell(StreamWriter text, char column, int row, double? value)
    {
        if (value is { } number)
        {
            Open(text, column, row);
            text.Write("\"><v>");
            text.Write(number.ToString(CultureInfo.InvariantCulture));
            text.Write("</v></c>");
        }
    }

    private static void Open(StreamWriter text, char column, int row)
    {
        text.Write("<c r=\"");
        text.Write(column);
        text.Write(row);
    }

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var text = new StreamWriter(archive.CreateEntry(name).Open());
        text.Write(content);
    }

    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string ContentTypes =
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\""
        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\""
        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";

    private const string PackageLinks =
        $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\""
        + " Target=\"xl/workbook.xml\"/></Relationships>";

    private const string Workbook =
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        + $" xmlns:r=\"{Office}\"><sheets><sheet name=\"Recommandations\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

    private const string WorkbookLinks =
        $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\""
        + " Target=\"worksheets/sheet1.xml\"/></Relationships>";
}
