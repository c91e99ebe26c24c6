using System.Text;

namespace Tracker.Documents.Workbooks;

/// <summary>The pieces of XML around a column's cells, made once a book.</summary>
/// <param name="letters">A to AN...</param>
/// <param name="style">Number of the style as drawn.</param>
/// <param name="quotedStyle">The same with the quote prefix.</param>
internal sealed class ColumnMarkup(string letters, string style, string quotedStyle)
{
    /// <summary>Before the row number.</summary>
    public byte[] Open { get; } = Bytes($"<c r=\"{letters}");

    public byte[] Text { get; } = Bytes($"\" s=\"{style}\" t=\"inlineStr\"><is><t");

    public byte[] QuotedText { get; } = Bytes($"\" s=\"{quotedStyle}\" t=\"inlineStr\"><is><t");

    public byte[] Number { get; } = Bytes($"\" s=\"{style}\"><v>");

    public byte[] Formula { get; } = Bytes($"\" s=\"{style}\" t=\"str\"><f>");

    /// <summary>Of a formula whose value is a number.</summary>
    public byte[] Computed { get; } = Bytes($"\" s=\"{style}\"><f>");

    public byte[] Blank { get; } = Bytes($"\" s=\"{style}\"/>");

    private static byte[] Bytes(string markup) => Encoding.UTF8.GetBytes(markup);
}
