using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Tracker.Tests.Architecture;
using Tracker.Tests.Given;
using Tracker.Web.Setup;

namespace Tracker.Tests.Setup;

/// <summary>
/// What can be known without a container engine: that the files name what exists and agree with one another. Whether
/// the images start is not known by this.
/// </summary>
public sealed partial class The_container_files_agree_with_the_program
{
    /// <summary>Settings of the framework that docs/operations.md explains.</summary>
    private static readonly string[] Framework =
    [
        "AllowedHosts",
        "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
        "ASPNETCORE_HTTP_PORTS",
    ];

    [Fact]
    public void Every_variable_of_the_tracker_is_a_setting()
    {
        var known = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Sources.Root, "appsettings.sample.json"))
            .Build()
            .AsEnumerable()
            .Where(s => s.Value is not null)
            .Select(s => s.Key)
            .ToHashSet(StringComparer.Ordinal);
        var given = Containers
            .EnvironmentOf(Containers.Services()["tracker"])
            .Keys.Concat(ImageEnvironment().Keys)
            .ToList();

        Assert.True(given.Count > 6);
        Assert.Empty(given.Except(Framework).Select(Setting).Except(known));
    }

    [Fact]
    public void The_program_starts_with_what_compose_gives_it()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-compose-");
        var given = Containers
            .EnvironmentOf(Containers.Services()["tracker"])
            .Select(e => KeyValuePair.Create(Setting(e.Key), (string?)Filled(e.Value)))
            .Append(new("Tracker:DataDirectory", folder.FullName));

        var settings = TrackerSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(given).Build(),
            new HostingEnvironment(),
            folder.FullName
        );

        folder.Delete(recursive: true);
        Assert.Equal(DatabaseProvider.SqlServer, settings.Provider);
        Assert.Contains("Server=sqlserver;", settings.ConnectionString, StringComparison.Ordinal);
        Assert.False(settings.DemoEnabled);
        Assert.Null(settings.PublicUrl);
    }

    [Fact]
    public void Ports_and_paths_are_the_same_everywhere()
    {
        var tracker = Containers.Services()["tracker"];
        var port = One("EXPOSE");
        var data = One("VOLUME");

        Assert.Equal(port, ImageEnvironment()["ASPNETCORE_HTTP_PORTS"]);
        Assert.Equal(data, ImageEnvironment()["Tracker__DataDirectory"]);
        Assert.EndsWith($":{port}\"]", One("HEALTHCHECK"), StringComparison.Ordinal);
        Assert.Contains("\"health\"", One("HEALTHCHECK"), StringComparison.Ordinal);
        Assert.Equal([$"127.0.0.1:5080:{port}"], Containers.Texts(tracker["ports"]));
        Assert.Equal([$"tracker:{data}"], Containers.Texts(tracker["volumes"]));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Tracker.Web.dll")));
        Assert.All(
            new[] { "ENTRYPOINT", "HEALTHCHECK" },
            word => Assert.Contains("\"Tracker.Web.dll\"", One(word), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_image_is_pinned_by_its_version()
    {
        var bases = Containers
            .Image()
            .Where(i => i.Word == "FROM")
            .Select(i => i.Line.Split(' ')[0]);
        var images = Containers
            .Services()
            .Values.Select(s => s["image"].ToString())
            .Concat(bases)
            .ToList();

        Assert.Equal(6, images.Count);
        Assert.All(images, image => Assert.Matches(Version(), image));
        Assert.All(images, image => Assert.DoesNotContain("latest", image));
    }

    [Fact]
    public void It_runs_without_rights_and_its_folder_is_its_own()
    {
        var image = Containers.Image();
        var user = image.Single(i => i.Word == "USER");
        var last = image[^1];

        Assert.Equal("$APP_UID", user.Line);
        Assert.Equal("ENTRYPOINT", last.Word);
        Assert.DoesNotContain(
            image.SkipWhile(i => i.Word != "USER").Skip(1),
            i => i.Word is "USER" or "RUN" or "COPY"
        );
        Assert.Contains(
            image,
            i => i is { Word: "RUN" } && i.Line.Contains("chown $APP_UID:$APP_UID /data")
        );
    }

    [Fact]
    public void The_tracker_waits_for_a_healthy_server_and_for_its_own_database()
    {
        var services = Containers.Services();
        var needed = services["tracker"]["depends_on"];

        Assert.Equal("service_healthy", needed["sqlserver"]["condition"].ToString());
        Assert.Equal("service_completed_successfully", needed["database"]["condition"].ToString());
        Assert.Contains("sqlcmd", services["sqlserver"]["healthcheck"]["test"].ToString());
        Assert.Equal(services["sqlserver"]["image"], services["database"]["image"]);
        Assert.Contains(
            "./deploy/database.sql:/setup/database.sql:ro",
            Containers.Texts(services["database"]["volumes"])
        );
    }

    [Fact]
    public void Secrets_come_from_a_file_that_is_never_kept()
    {
        var asked = Asked()
            .Matches(Containers.Text("compose.yaml"))
            .Select(m => m.Groups["name"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var variables = Containers.Variables();

        Assert.Equal(variables.Keys.Order(StringComparer.Ordinal), asked);
        Assert.All(
            variables.Where(v => v.Key.EndsWith("PASSWORD", StringComparison.Ordinal)),
            v => Assert.Equal("", v.Value)
        );
        Assert.All(
            Containers.Services().Values.SelectMany(s => Containers.EnvironmentOf(s)),
            e =>
                Assert.True(
                    !e.Key.EndsWith("PASSWORD", StringComparison.Ordinal)
                        || e.Value.StartsWith("${", StringComparison.Ordinal),
                    e.Key
                )
        );
        Assert.Contains(".env", Containers.Text(".gitignore").Split('\n'));
        Assert.Contains(".env", Containers.Text(".dockerignore").Split('\n'));
    }

    [Fact]
    public void The_script_for_the_database_is_proper_and_names_the_same_login()
    {
        var script = Containers.Text("deploy/database.sql");
        var connection = Containers.EnvironmentOf(Containers.Services()["tracker"])[
            "ConnectionStrings__Tracker"
        ];

        Assert.Empty(ServerSql.Refusals(script));
        Assert.Contains("CREATE LOGIN tracker ", script, StringComparison.Ordinal);
        Assert.Contains("User Id=tracker;", connection, StringComparison.Ordinal);
        Assert.Contains("CREATE DATABASE Tracker ", script, StringComparison.Ordinal);
        Assert.Contains("Database=Tracker;", connection, StringComparison.Ordinal);
    }

    private static string One(string word) => Containers.Image().Single(i => i.Word == word).Line;

    private static Dictionary<string, string> ImageEnvironment() =>
        Containers
            .Image()
            .Where(i => i.Word == "ENV")
            .Select(i => i.Line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    private static string Setting(string variable) =>
        variable.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>As compose fills it in: what stands behind the colon where .env leaves it empty.</summary>
    private static string Filled(string value) =>
        Asked()
            .Replace(
                value,
                m => m.Groups["kind"].Value is "-" ? m.Groups["otherwise"].Value : "Filled-1in"
            );

    [GeneratedRegex(
        @"\$\{(?<name>[A-Z_]+):(?<kind>[-?])(?<otherwise>[^}]*)\}",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Asked();

    [GeneratedRegex(@":v?\d+[.\d]*[-.\w]*$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Version();

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "Tracker.Web";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } =
            new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
