using System.IO.Compression;
using System.Xml;

namespace Tracker.Core.Evidence;

/// <summary>
/// A document of an office program: an archive whose list of contents names the right main part, and neither macros nor
/// other files. Only that list is unpacked, and counted while it is.
/// </summary>
internal static class OfficeContent
{
    private const string Contents = "[Content_Types].xml";
    private const int MostParts = 10_000;
    private const int LongestContents = 1024 * 1024;

    private static readonly string[] Programs =
    [
        "macroenabled",
        "vbaproject",
        "activex",
        "vbadata",
    ];
    private static readonly string[] Others = ["oleobject", "package.oleobject"];

    private static readonly string[] Executable =
    [
        ".exe",
        ".dll",
        ".js",
        ".vbs",
        ".bat",
        ".cmd",
        ".ps1",
        ".jar",
        ".class",
        ".scr",
        ".lnk",
        ".hta",
    ];

    /// <param name="main">The content type of the main part.</param>
    public static string? Check(Stream content, string main)
    {
        if (!content.ReadAt(0, 4).AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            return ContentFault.Content;
        }
        content.Position = 0;
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return CheckNames(archive) ?? CheckContents(archive, main);
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or IOException
                        or XmlException
                        or NotSupportedException
                        or ArgumentException
            )
        {
            return ContentFault.Content;
        }
    }

    private static string? CheckNames(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
        {
            return ContentFault.Content;
        }
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in archive.Entries.Select(e => e.FullName))
        {
            if (!seen.Add(name) || !IsPart(name))
            {
                return ContentFault.Content;
            }
            if (Has(name, "vbaproject") || Has(name, "/activex/") || EndsAs(name, Executable))
            {
                return ContentFault.Macros;
            }
            if (Has(name, "/embeddings/") || EndsAs(name, [".html", ".htm", ".mht", ".swf"]))
            {
                return ContentFault.Embedded;
            }
        }
        return null;
    }

    private static bool IsPart(string name) =>
        name.Length > 0
        && name[0] != '/'
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains(':', StringComparison.Ordinal)
        && !name.Split('/').Contains("..", StringComparer.Ordinal);

    private static string? CheckContents(ZipArchive archive, string main)
    {
        if (archive.GetEntry(Contents) is not { Length: <= LongestContents } list)
        {
            return ContentFault.Content;
        }
        var types = TypesIn(list);
        if (types.Exists(t => Programs.Any(p => Has(t, p))))
        {
            return ContentFault.Macros;
        }
        if (types.Exists(t => Others.Any(o => Has(t, o))))
        {
            return ContentFault.Embedded;
        }
        return types.Contains(main, StringComparer.OrdinalIgnoreCase) ? null : ContentFault.Content;
    }

    private static List<string> TypesIn(ZipArchiveEntry list)
    {
        var types = new List<string>();
        using var packed = list.Open();
        using var xml = XmlReader.Create(
            packed,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LongestContents,
                MaxCharactersFromEntities = 0,
            }
        );
        while (xml.Read())
        {
            if (xml.Depth > 8)
            {
                throw new XmlException();
            }
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }
        return types;
    }

    private static bool Has(string text, string part) =>
        text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool EndsAs(string name, string[] endings) =>
        endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
