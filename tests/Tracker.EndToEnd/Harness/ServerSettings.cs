namespace Tracker.EndToEnd.Harness;

/// <summary>How one server is started. The default is what <c>dotnet run</c> gives, over an empty data directory.</summary>
public sealed record ServerSettings
{
    public string Environment { get; init; } = "Development";

    public bool DemoAccounts { get; init; } = true;

    /// <summary>Null for a new empty folder that goes with the server.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The current folder at the start; null for the program's own, as in a container.</summary>
    public string? StartFolder { get; init; }

    /// <summary>Any other setting, as <c>Tracker:Public:Enabled</c>.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } =
        new Dictionary<string, string>();

    /// <summary>Settings of the developer's own shell must not reach the server under test.</summary>
    private static readonly string[] StrangePrefixes =
    [
        "Tracker__",
        "ConnectionStrings__",
        "Logging__",
        "Kestrel__",
        "ASPNETCORE_",
        "DOTNET_ENVIRONMENT",
        "URLS",
    ];

    internal Dictionary<string, string?> ToEnvironment(
        string dataDirectory,
        int port,
        string demoPassword
    )
    {
        var variables = System
            .Environment.GetEnvironmentVariables()
            .Keys.Cast<string>()
            .Where(name =>
                StrangePrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase))
            )
            .ToDictionary(name => name, _ => (string?)null);
        variables["ASPNETCORE_ENVIRONMENT"] = Environment;
        variables["ASPNETCORE_URLS"] = FormattableString.Invariant($"http://127.0.0.1:{port}");
        // The address that the system chose is read from this category.
        variables["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        variables["Tracker__DataDirectory"] = dataDirectory;
        variables["Tracker__Demo__Enabled"] = DemoAccounts ? "true" : "false";
        if (DemoAccounts)
        {
            variables["Tracker__Demo__Password"] = demoPassword;
        }
        foreach (var (key, value) in Others)
        {
            variables[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        return variables;
    }
}
