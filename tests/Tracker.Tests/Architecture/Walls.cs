using System.Xml.Linq;

namespace Tracker.Tests.Architecture;

/// <summary>Which project may know which, and how long a file may be.</summary>
internal static class Walls
{
    /// <summary>A project that is not named here may know nobody.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Tracker.Core"] = [],
        ["Tracker.Data"] = ["Tracker.Core"],
        ["Tracker.Documents"] = ["Tracker.Core"],
        ["Tracker.Data.Sqlite"] = ["Tracker.Data", "Tracker.Core"],
        ["Tracker.Data.SqlServer"] = ["Tracker.Data", "Tracker.Core"],
        ["Tracker.Web"] =
        [
            "Tracker.Core",
            "Tracker.Data",
            "Tracker.Data.Sqlite",
            "Tracker.Data.SqlServer",
            "Tracker.Documents",
        ],
    };

    private static readonly string[] WithoutPackages = ["Tracker.Core"];

    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories);

    public static IEnumerable<string> Breaches(string project, XDocument file)
    {
        var known = MayKnow.GetValueOrDefault(project, []);
        var references = Named(file, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
        foreach (var reference in references.Where(r => !known.Contains(r)))
        {
            yield return $"{project} knows {reference}";
        }
        if (WithoutPackages.Contains(project))
        {
            foreach (var package in Named(file, "PackageReference", "FrameworkReference"))
            {
                yield return $"{project} uses {package}";
            }
        }
    }

    /// <summary>What the compiler really wrote down, whatever the project file says.</summary>
    public static IEnumerable<string> Breaches(string project, IEnumerable<string> assemblies) =>
        assemblies
            .Where(a => a.StartsWith("Tracker.", StringComparison.Ordinal))
            .Except(MayKnow.GetValueOrDefault(project, []))
            .Select(a => $"{project} knows {a}");

    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .Where(f =>
                !Path.GetRelativePath(folder, f)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj" or "Migrations" or "node_modules")
            );

    public static IEnumerable<string> TooLong(string folder) =>
        SourceFiles(folder)
            .Select(file => (File: file, Lines: File.ReadLines(file).Count()))
            .Where(f => f.Lines > (Path.GetExtension(f.File) == ".razor" ? 200 : 300))
            .Select(f => $"{Path.GetRelativePath(folder, f.File)}: {f.Lines} lines");

    private static IEnumerable<string> Named(XDocument file, params string[] elements) =>
        file.Descendants()
            .Where(e => elements.Contains(e.Name.LocalName))
            .Select(e => (string?)e.Attribute("Include") ?? "");
}
