using Tracker.Core.Exports;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Csv;

/// <summary>Turns rows into lines of CSV in a buffer.</summary>
internal sealed class CsvLines(Utf8Buffer buffer, ExportCover cover, ExportLabels labels)
{
    public void AddHeader()
    {
        buffer.AddText("\uFEFF");
        buffer.AddText(string.Join(',', RecommendationColumns.All.Select(c => c.Name)));
        EndLine();
    }

    public void Add(ExportRow row)
    {
        var first = true;
        foreach (var column in RecommendationColumns.All)
        {
            if (!first)
            {
                buffer.Add(","u8);
            }
            first = false;
            AddField(column, row);
        }
        EndLine();
    }

    private void AddField(ExportColumn<ExportRow> column, ExportRow row)
    {
        switch (column)
        {
            case TextColumn<ExportRow> text:
                AddText(CsvText.Protect(text.Read(row, labels) ?? ""));
                break;
            case NumberColumn<ExportRow> number when number.Read(row) is { } value:
                buffer.AddNumber(value);
                break;
            case DayColumn<ExportRow> day when day.Read(row) is { } value:
                buffer.AddNumber(value, "yyyy-MM-dd");
                break;
            case InstantColumn<ExportRow> instant:
                buffer.AddNumber(instant.Read(row), "yyyy-MM-ddTHH:mm:ssZ");
                break;
            case FlagColumn<ExportRow> flag:
                buffer.AddNumber(flag.Read(row) ? 1 : 0);
                break;
            case LinkColumn<ExportRow>:
                AddText(RecordLink.Of(cover, row.Code));
                break;
        }
    }

    private void AddText(string text) => buffer.AddText(CsvText.Quoted(text));

    private void EndLine() => buffer.Add("\r\n"u8);
}
