using System.Reflection;
using System.Xml.Linq;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Architecture;

public sealed class WallTests
{
    private static readonly Assembly[] Built =
    [
        typeof(Core.Outcome).Assembly,
        typeof(Data.TrackerData).Assembly,
        typeof(Data.Sqlite.TrackerSqlite).Assembly,
        typeof(Data.SqlServer.TrackerSqlServer).Assembly,
        typeof(DomainPackReader).Assembly,
    ];

    [Fact]
    public void Projects_know_only_those_below_them()
    {
        var projects = Walls.Projects(Repository.Sources).ToList();
        Assert.True(projects.Count >= 6, $"Only {projects.Count} projects were found.");
        Assert.Empty(
            projects.SelectMany(p =>
                Walls.Breaches(Path.GetFileNameWithoutExtension(p), XDocument.Load(p))
            )
        );
    }

    [Fact]
    public void Assemblies_know_only_those_below_them()
    {
        Assert.Contains("Tracker.Core", Built[1].GetReferencedAssemblies().Select(a => a.Name));
        Assert.Empty(
            Built.SelectMany(a =>
                Walls.Breaches(a.GetName().Name!, a.GetReferencedAssemblies().Select(r => r.Name!))
            )
        );
    }

    [Fact]
    public void The_core_rests_on_the_base_library_alone() =>
        Assert.All(
            Built[0].GetReferencedAssemblies(),
            a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(
        "Tracker.Core",
        "ProjectReference",
        "../Tracker.Data/Tracker.Data.csproj",
        "Tracker.Core knows Tracker.Data"
    )]
    [InlineData("Tracker.Core", "PackageReference", "Dapper", "Tracker.Core uses Dapper")]
    [InlineData(
        "Tracker.Core",
        "FrameworkReference",
        "Microsoft.AspNetCore.App",
        "Tracker.Core uses Microsoft.AspNetCore.App"
    )]
    [InlineData(
        "Tracker.Data",
        "ProjectReference",
        "../Tracker.Documents/Tracker.Documents.csproj",
        "Tracker.Data knows Tracker.Documents"
    )]
    [InlineData(
        "Tracker.Documents",
        "ProjectReference",
        "..\\Tracker.Data\\Tracker.Data.csproj",
        "Tracker.Documents knows Tracker.Data"
    )]
    [InlineData(
        "Tracker.Data.Sqlite",
        "ProjectReference",
        "../Tracker.Web/Tracker.Web.csproj",
        "Tracker.Data.Sqlite knows Tracker.Web"
    )]
    [InlineData(
        "Tracker.Newcomer",
        "ProjectReference",
        "../Tracker.Core/Tracker.Core.csproj",
        "Tracker.Newcomer knows Tracker.Core"
    )]
    public void A_reference_through_a_wall_is_caught(
        string project,
        string element,
        string included,
        string breach
    )
    {
        var file = new XDocument(
            new XElement(
                "Project",
                new XElement(
                    "ItemGroup",
                    new XElement(element, new XAttribute("Include", included))
                )
            )
        );
        Assert.Equal([breach], Walls.Breaches(project, file));
    }

    [Fact]
    public void An_assembly_through_a_wall_is_caught() =>
        Assert.Equal(
            ["Tracker.Documents knows Tracker.Data"],
            Walls.Breaches("Tracker.Documents", ["System.Runtime", "Tracker.Core", "Tracker.Data"])
        );

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_file_is_longer_than_a_reader_bears(string folder)
    {
        var root = Path.Combine(Repository.Root, folder);
        Assert.True(Walls.SourceFiles(root).Count() > 50);
        Assert.Empty(Walls.TooLong(root));
    }

    [Fact]
    public void A_file_too_long_is_caught_and_a_migration_is_not()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-long-");
        try
        {
            Write(folder, "Good.cs", 300);
            Write(folder, "Long.cs", 301);
            Write(folder, "Page.razor", 201);
            Write(folder, "Short.razor", 200);
            Write(folder, Path.Combine("Migrations", "Generated.cs"), 900);
            Assert.Equal(
                ["Long.cs: 301 lines", "Page.razor: 201 lines"],
                Walls.TooLong(folder.FullName).Order(StringComparer.Ordinal)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(DirectoryInfo folder, string name, int lines)
    {
        var file = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, Enumerable.Repeat("// line", lines));
    }
}
