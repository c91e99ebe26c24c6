using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Writes the cells of one row after the other as XML.</summary>
internal sealed class CellWriter(Utf8Buffer buffer)
{
    /// <summary>The format allows no longer address in the formula.</summary>
    private const int LongestAddress = 255;

    private static readonly int SerialZero = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>Before this day the format counts one day too many.</summary>
    private static readonly DateOnly FirstSoundDay = new(1900, 3, 1);

    private readonly byte[] rowNumber = new byte[16];
    private int rowNumberLength;

    /// <param name="tall">Of a height that shows long texts without letting them push others off the screen.</param>
    public void BeginRow(int number, bool tall)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        number.TryFormat(rowNumber, out rowNumberLength, provider: culture);
        buffer.Add("<row r=\""u8);
        buffer.Add(RowNumber);
        buffer.Add(tall ? "\" ht=\"60\" customHeight=\"1\">"u8 : "\">"u8);
    }

    public void EndRow() => buffer.Add("</row>"u8);

    public void Blank(ColumnMarkup column)
    {
        Open(column);
        buffer.Add(column.Blank);
    }

    public void Text(ColumnMarkup column, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Blank(column);
            return;
        }
        var fit = CellText.Fit(text, out var wasCut);
        Open(column);
        buffer.Add(CellText.NeedsQuotePrefix(fit) ? column.QuotedText : column.Text);
        buffer.Add(HasBlankEdge(fit) ? " xml:space=\"preserve\">"u8 : ">"u8);
        buffer.AddEscaped(fit);
        buffer.Add(wasCut ? "…</t></is></c>"u8 : "</t></is></c>"u8);
    }

    public void Number(ColumnMarkup column, double number)
    {
        Open(column);
        buffer.Add(column.Number);
        buffer.AddNumber(number);
        buffer.Add("</v></c>"u8);
    }

    public void Day(ColumnMarkup column, DateOnly day)
    {
        if (day < FirstSoundDay)
        {
            Text(column, day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            return;
        }
        Number(column, day.DayNumber - SerialZero);
    }

    public void Instant(ColumnMarkup column, DateTime instant)
    {
        var day = DateOnly.FromDateTime(instant).DayNumber - SerialZero;
        // Ten decimals: with fewer a program shows 13:52:59 for 13:53:00.
        Number(column, Math.Round(day + instant.TimeOfDay.TotalDays, 10));
    }

    /// <summary>
    /// A formula, because a sheet holds at most 65,530 links of the other kind. A code that is no plain reference, or
    /// an address too long, is written as text.
    /// </summary>
    public void Link(ColumnMarkup column, string address, string code)
    {
        if (address.Length > LongestAddress || !IsPlain(code))
        {
            Text(column, address);
            return;
        }
        Open(column);
        buffer.Add(column.Formula);
        buffer.Add("HYPERLINK(&quot;"u8);
        buffer.AddEscaped(address.Replace("\"", "\"\"", StringComparison.Ordinal));
        buffer.Add("&quot;,&quot;"u8);
        buffer.AddText(code);
        buffer.Add("&quot;)</f><v>"u8);
        buffer.AddText(code);
        buffer.Add("</v></c>"u8);
    }

    /// <summary>A formula of our own making, with the value it has now.</summary>
    public void Formula(ColumnMarkup column, string formula, double value)
    {
        Open(column);
        buffer.Add(column.Computed);
        buffer.AddEscaped(formula);
        buffer.Add("</f><v>"u8);
        buffer.AddNumber(value);
        buffer.Add("</v></c>"u8);
    }

    private ReadOnlySpan<byte> RowNumber => rowNumber.AsSpan(0, rowNumberLength);

    private void Open(ColumnMarkup column)
    {
        buffer.Add(column.Open);
        buffer.Add(RowNumber);
    }

    private static bool HasBlankEdge(ReadOnlySpan<char> text) =>
        char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);

    private static bool IsPlain(string code) =>
        code.Length > 0 && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
