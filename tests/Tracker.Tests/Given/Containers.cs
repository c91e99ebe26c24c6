using Tracker.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace Tracker.Tests.Given;

/// <summary>The container files at the root, read as text: no engine is needed, and none is asked.</summary>
internal static class Containers
{
    public static YamlMappingNode Compose()
    {
        using var text = new StringReader(Text("compose.yaml"));
        var stream = new YamlStream();
        stream.Load(text);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static IReadOnlyDictionary<string, YamlMappingNode> Services() =>
        ((YamlMappingNode)Compose()["services"]).Children.ToDictionary(
            s => ((YamlScalarNode)s.Key).Value!,
            s => (YamlMappingNode)s.Value
        );

    /// <summary>The names and values a service is started with, as they stand in the file.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(YamlMappingNode service) =>
        service.Children.TryGetValue("environment", out var given)
            ? ((YamlMappingNode)given).Children.ToDictionary(
                e => ((YamlScalarNode)e.Key).Value!,
                e => ((YamlScalarNode)e.Value).Value ?? ""
            )
            : new Dictionary<string, string>();

    public static IEnumerable<string> Texts(YamlNode list) =>
        ((YamlSequenceNode)list).Children.Select(c => ((YamlScalarNode)c).Value!);

    /// <summary>The instructions of the Dockerfile with what follows each, in order.</summary>
    public static IReadOnlyList<(string Word, string Line)> Image() =>
        [
            .. Text("Dockerfile")
                .Replace("\\\n", " ", StringComparison.Ordinal)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(' ', 2))
                .Select(parts => (parts[0], parts[1])),
        ];

    /// <summary>The variables of .env.example.</summary>
    public static IReadOnlyDictionary<string, string> Variables() =>
        Text(".env.example")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Sources.Root, path));
}
