namespace Tracker.Core.Evidence;

/// <summary>The files that may be evidence: what the name says, and what the content must then be.</summary>
public static class FileKinds
{
    private static readonly Dictionary<string, FileKind> Allowed = new(StringComparer.Ordinal)
    {
        ["pdf"] = new("application/pdf", PdfContent.Check),
        ["docx"] = Office("wordprocessingml.document"),
        ["xlsx"] = Office("spreadsheetml.sheet"),
        ["pptx"] = Office("presentationml.presentation"),
        ["png"] = new("image/png", PngContent.Check),
        ["jpg"] = new("image/jpeg", JpegContent.Check),
        ["jpeg"] = new("image/jpeg", JpegContent.Check),
        ["csv"] = new("text/csv", TextContent.Check),
        ["txt"] = new("text/plain", TextContent.Check),
    };

    /// <summary>With their points, as the browser's choice of files wants them.</summary>
    public static string Offered { get; } = string.Join(',', Allowed.Keys.Select(e => "." + e));

    /// <summary>Null where no file of this name is taken.</summary>
    public static FileKind? Of(string cleanedName) =>
        Allowed.GetValueOrDefault(FileNames.ExtensionOf(cleanedName));

    /// <summary>What can be said of a file before its content comes.</summary>
    public static FieldFault? CheckAnnounced(string cleanedName, long size) =>
        Of(cleanedName) is null
            ? ContentFault.Of(ContentFault.Extension)
            : size switch
            {
                <= 0 => new FieldFault(ContentFault.Field, Fault.FileEmpty),
                > EvidenceLimits.LargestFile => ContentFault.TooLarge,
                _ => null,
            };

    private static FileKind Office(string main)
    {
        var type = "application/vnd.openxmlformats-officedocument." + main;
        return new FileKind(type, content => OfficeContent.Check(content, type + ".main+xml"));
    }
}

/// <param name="ContentType">What the download says it is.</param>
/// <param name="Check">Null where the content is what the name says; else why not. The stream can be searched.</param>
public sealed record FileKind(string ContentType, Func<Stream, string?> Check);

/// <summary>Why a file is refused, as the detail of <see cref="Fault.FileKind"/>.</summary>
public static class ContentFault
{
    public const string Field = "File";

    /// <summary>Not among the kinds that are taken.</summary>
    public const string Extension = "extension";

    /// <summary>Not what its name says.</summary>
    public const string Content = "content";

    /// <summary>Two files in one: an archive or a page hidden in something else.</summary>
    public const string Hidden = "hidden";

    /// <summary>Office file with macros or other programs.</summary>
    public const string Macros = "macros";

    /// <summary>Office file with other files inside.</summary>
    public const string Embedded = "embedded";

    /// <summary>More points than an image may have.</summary>
    public const string Pixels = "pixels";

    /// <summary>Text that is the source of a page or a program.</summary>
    public const string Markup = "markup";

    public static IReadOnlyList<string> All { get; } =
    [Extension, Content, Hidden, Macros, Embedded, Pixels, Markup];

    public static FieldFault Of(string why) => new(Field, Fault.FileKind, why);

    public static FieldFault TooLarge { get; } =
        new(
            Field,
            Fault.FileTooLarge,
            EvidenceLimits.LargestFileInMegabytes.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
}
