using ClosedXML.Excel;
using Tracker.Core.Exports;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>
/// Draws the book with everything but the rows: header, styles, sample rows. Nothing in it is of one export only, so that it
/// is drawn once for each language.
/// </summary>
internal static class BookDrawing
{
    public static byte[] Draw(
        Language language,
        ExportLabels labels,
        IReadOnlyList<DataSheet> sheets
    )
    {
        using var book = new XLWorkbook();
        book.Properties.Title = ExportWords.Of("cover.title", language);
        CoverDrawing.Draw(book.AddWorksheet(SheetNames.Cover));
        foreach (var data in sheets)
        {
            SheetDrawing.Draw(book.AddWorksheet(data.Name), data);
        }
        ColumnsDrawing.Draw(book.AddWorksheet(SheetNames.Columns), sheets, labels);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    public static string Word(this ExportCover cover, string key) =>
        ExportWords.Of(key, cover.Language);

    public static string In(this Bilingual words, ExportCover cover) =>
        words.In(cover.Language).Text;
}
