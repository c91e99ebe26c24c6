using System.Globalization;
using System.Xml;
using Tracker.Core.Import;

namespace Tracker.Documents.Import;

/// <summary>Finds the sheets of a workbook and reads them one after the other.</summary>
internal sealed class WorkbookReader(byte[] content, string name, CancellationToken late)
{
    private const string Links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<SourceNote> _notes = [];

    public SourceFile Read()
    {
        var package = new PackageReader(content);
        var main = MainPart(package);
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var targets = Targets(package, $"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var (sheets, from1904) = Sheets(package, main);
        if (targets.Values.Any(t => t.Contains("externalLink", StringComparison.OrdinalIgnoreCase)))
        {
            _notes.Add(new SourceNote(SourceNoteKind.ExternalLinks, null, null, null, 1));
        }
        var strings = SharedStrings.Read(Part(package, targets, "sharedStrings"), late);
        var dates = DateStyles.Read(Part(package, targets, "styles"), from1904, late);
        var budget = new CellBudget();
        var read = new List<SourceSheet>();
        foreach (var (title, link, hidden) in sheets)
        {
            if (!targets.TryGetValue(link, out var target))
            {
                throw new SourceException(new SourceFault(SourceFaultKind.NoWorkbook, title));
            }
            if (!target.Contains("worksheet", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            var bytes =
                package.Open(target, late)
                ?? throw new SourceException(new SourceFault(SourceFaultKind.NoWorkbook, title));
            if (hidden)
            {
                _notes.Add(new SourceNote(SourceNoteKind.HiddenSheet, title, null, null, 1));
            }
            var sheet = new SheetReader(title, strings, dates, budget, _notes, late);
            read.Add(new SourceSheet(title, hidden, sheet.Read(bytes)));
        }
        return new SourceFile(name, new SourceForm(SourceKind.Workbook), read, _notes);
    }

    /// <summary>Named by the package, wherever it lies.</summary>
    private string MainPart(PackageReader package)
    {
        var main = Targets(package, "_rels/.rels", "")
            .Values.FirstOrDefault(t =>
                t.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)
            );
        if (main is null || !package.Has(main))
        {
            throw SourceReader.End(SourceFaultKind.NoWorkbook);
        }
        if (
            package.Open("[Content_Types].xml", late) is { } types
            && System
                .Text.Encoding.UTF8.GetString(types)
                .Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw SourceReader.End(SourceFaultKind.Macros);
        }
        return main;
    }

    private Dictionary<string, string> Targets(PackageReader package, string part, string folder)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.Open(part, late) is not { } bytes)
        {
            return targets;
        }
        using var xml = BoundedXml.Open(bytes);
        while (BoundedXml.Next(xml, late))
        {
            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target
            )
            {
                targets[id] = target.StartsWith('/') ? target[1..] : folder + target;
            }
        }
        return targets;
    }

    private (List<(string Title, string Link, bool Hidden)>, bool From1904) Sheets(
        PackageReader package,
        string main
    )
    {
        var sheets = new List<(string, string, bool)>();
        var from1904 = false;
        using var xml = BoundedXml.Open(package.Open(main, late)!);
        while (BoundedXml.Next(xml, late))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet")
            {
                sheets.Add(
                    (
                        xml.GetAttribute("name") ?? "",
                        xml.GetAttribute("id", Links) ?? "",
                        xml.GetAttribute("state") is "hidden" or "veryHidden"
                    )
                );
            }
        }
        return sheets.Count > 0
            ? (sheets, from1904)
            : throw SourceReader.End(SourceFaultKind.NoWorkbook);
    }

    private byte[]? Part(PackageReader package, Dictionary<string, string> targets, string kind) =>
        targets.Values.FirstOrDefault(t =>
            t.EndsWith(kind + ".xml", StringComparison.OrdinalIgnoreCase)
        )
            is { } part
            ? package.Open(part, late)
            : null;
}

/// <summary>Cells counted over all sheets.</summary>
internal sealed class CellBudget
{
    private int _cells;

    public void Take(string sheet, int row)
    {
        if (++_cells > SourceLimits.Cells)
        {
            throw new SourceException(
                new SourceFault(
                    SourceFaultKind.TooManyCells,
                    sheet,
                    row,
                    Detail: SourceLimits.Cells.ToString(CultureInfo.InvariantCulture)
                )
            );
        }
    }
}

/// <summary>Reading XML of a stranger: no document type, nothing fetched, depth and attributes bounded.</summary>
internal static class BoundedXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SourceLimits.Unpacked,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static XmlReader Open(byte[] bytes)
    {
        // Said by itself, since the reader's own words for it are those of any damage.
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).IndexOf("<!DOCTYPE"u8) >= 0)
        {
            throw SourceReader.End(SourceFaultKind.ForbiddenMarkup);
        }
        return XmlReader.Create(new MemoryStream(bytes), Settings);
    }

    /// <returns>False at the end.</returns>
    public static bool Next(XmlReader xml, CancellationToken late)
    {
        late.ThrowIfCancellationRequested();
        if (!xml.Read())
        {
            return false;
        }
        return xml.Depth <= SourceLimits.Depth && xml.AttributeCount <= SourceLimits.Attributes
            ? true
            : throw SourceReader.End(SourceFaultKind.ForbiddenMarkup);
    }
}
