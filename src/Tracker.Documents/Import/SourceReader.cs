using System.Xml;
using Tracker.Core.Import;
using Tracker.Documents.Csv;

namespace Tracker.Documents.Import;

/// <summary>
/// Reads a stranger's file within limits: forward only, nothing run, nothing fetched, no library that builds a model of it.
/// Every file ends in rows or in one fault. Source: DESIGN section 7, SECURITY 1.7.
/// </summary>
public static class SourceReader
{
    /// <param name="bytes">Read to its end, or until there is too much of it.</param>
    /// <param name="fileName">As the person's machine calls it; kept as data, never trusted.</param>
    /// <param name="cancellation">Of the caller, who does not wait any longer.</param>
    /// <exception cref="OperationCanceledException">The caller left. A reading that takes too long is a fault.</exception>
    public static async Task<SourceReading> ReadAsync(
        Stream bytes,
        string fileName,
        CancellationToken cancellation = default
    )
    {
        if (await AllAsync(bytes, cancellation) is not { } content)
        {
            return Refuse(
                new SourceFault(
                    SourceFaultKind.TooLarge,
                    Detail: (SourceLimits.Bytes / 1024 / 1024).ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                )
            );
        }
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(SourceLimits.Time);
        try
        {
            return await Task.Run(
                () => Read(content, fileName, late.Token),
                CancellationToken.None
            );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Refuse(new SourceFault(SourceFaultKind.TookTooLong));
        }
    }

    private static SourceReading Read(byte[] content, string name, CancellationToken late)
    {
        try
        {
            var read = KindOf(content) switch
            {
                SourceKind.Workbook => new WorkbookReader(content, name, late).Read(),
                _ => new TextReading(content, name, late).Read(),
            };
            return read.Sheets.Any(s => s.Rows.Count > 0)
                ? new SourceReading.Read(read)
                : Refuse(new SourceFault(SourceFaultKind.NothingInIt));
        }
        catch (SourceException end)
        {
            return Refuse(end.Fault);
        }
        catch (XmlException damaged)
        {
            return Refuse(
                new SourceFault(
                    SourceFaultKind.DamagedMarkup,
                    Detail: damaged.LineNumber.ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                )
            );
        }
        catch (InvalidDataException)
        {
            return Refuse(new SourceFault(SourceFaultKind.DamagedArchive));
        }
        catch (CsvFormatException broken)
        {
            return Refuse(new SourceFault(SourceFaultKind.DamagedText, Row: broken.Line));
        }
    }

    /// <summary>By what it begins with: a name says nothing.</summary>
    private static SourceKind KindOf(ReadOnlySpan<byte> content) =>
        content switch
        {
            [] => throw End(SourceFaultKind.Empty),
            [(byte)'P', (byte)'K', 3, 4, ..] => SourceKind.Workbook,
            [(byte)'P', (byte)'K', ..] => throw End(SourceFaultKind.DamagedArchive),
            // The container of old workbooks, and of those with a password.
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw End(
                content.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                    ? SourceFaultKind.Encrypted
                    : SourceFaultKind.OldWorkbook
            ),
            _ when IsMarkupOrBinary(content) => throw End(SourceFaultKind.UnknownKind),
            _ => SourceKind.Text,
        };

    private static bool IsMarkupOrBinary(ReadOnlySpan<byte> content)
    {
        var start = content.TrimStart(" \t\r\n\uFEFF"u8);
        return start.StartsWith("%PDF"u8)
            || start.StartsWith("{\\rtf"u8)
            || start.StartsWith("<"u8)
            || content.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })
            || content.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })
            || content.StartsWith("GIF8"u8)
            || content.StartsWith("7z"u8)
            || content.StartsWith("Rar!"u8);
    }

    private static async Task<byte[]?> AllAsync(Stream bytes, CancellationToken cancellation)
    {
        // Where the length is known, room for it once; a length that lies is no more than a first guess.
        var length = bytes.CanSeek
            ? Math.Min(bytes.Length - bytes.Position, SourceLimits.Bytes)
            : 0;
        using var content = new MemoryStream((int)length);
        var buffer = new byte[81_920];
        int read;
        while ((read = await bytes.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > SourceLimits.Bytes)
            {
                return null;
            }
            content.Write(buffer, 0, read);
        }
        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    internal static SourceException End(SourceFaultKind kind, string? detail = null) =>
        new(new SourceFault(kind, Detail: detail));

    private static SourceReading.Refused Refuse(SourceFault fault) => new(fault);
}
