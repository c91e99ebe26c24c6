using System.Globalization;
using Microsoft.Data.SqlClient;
using Tracker.Core.Evidence;
using Tracker.Core.Words;

namespace Tracker.Web.Setup;

/// <summary>A setting the program cannot start with.</summary>
public sealed class SettingsException(string key, string message) : Exception($"{key}: {message}");

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>The settings, read and checked once, before anything else starts (see appsettings.sample.json).</summary>
public sealed record TrackerSettings
{
    /// <summary>Absolute; made where it is missing.</summary>
    public required string DataDirectory { get; init; }
    public required DatabaseProvider Provider { get; init; }
    public string? ConnectionString { get; init; }
    public required bool DemoEnabled { get; init; }
    public string? DemoPassword { get; init; }
    public Uri? PublicUrl { get; init; }

    /// <summary>Whether everybody reads what is published, until an administrator decides.</summary>
    public bool PublicPages { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required Language DefaultCulture { get; init; }

    /// <summary>How many pages may be live at once; those that come later work without a circuit.</summary>
    public required int Circuits { get; init; }

    /// <summary>How much room files of evidence may take.</summary>
    public required EvidenceLimits EvidenceLimits { get; init; }

    /// <summary>In Development the Kayes workshop is loaded; elsewhere only by <c>seed --kayes</c>.</summary>
    public required bool LoadKayes { get; init; }

    public string DatabaseFile => Path.Combine(DataDirectory, "tracker.db");

    /// <summary>Backed up together with the database: rows name the files in it.</summary>
    public string EvidenceFolder => Path.Combine(DataDirectory, "evidence");

    /// <param name="callerDirectory">The folder the program was called from: relative paths are relative to it.</param>
    /// <exception cref="SettingsException">Names the key and what it may be.</exception>
    public static TrackerSettings Read(
        IConfiguration configuration,
        IHostEnvironment environment,
        string callerDirectory
    )
    {
        var demo = Flag(configuration, "Tracker:Demo:Enabled", environment.IsDevelopment());
        if (demo && environment.IsProduction())
        {
            throw new SettingsException(
                "Tracker:Demo:Enabled",
                "demonstration accounts are not for Production."
            );
        }
        var provider = ProviderOf(configuration);
        return new TrackerSettings
        {
            DataDirectory = DataFolder(configuration, callerDirectory),
            Provider = provider,
            ConnectionString = ConnectionOf(configuration, provider),
            DemoEnabled = demo,
            DemoPassword = DemoPasswordOf(configuration, demo),
            PublicUrl = Address(configuration, "Tracker:PublicUrl"),
            PublicPages = Flag(configuration, "Tracker:Public:Enabled", otherwise: false),
            TimeZone = Zone(configuration),
            DefaultCulture = Culture(configuration),
            Circuits = Count(configuration, Crowd.Key, Crowd.Usual),
            EvidenceLimits = new EvidenceLimits(
                Megabytes(configuration, "Organisation", EvidenceLimits.UsualOfOrganisation),
                Megabytes(configuration, "Person", EvidenceLimits.UsualOfPerson)
            ),
            LoadKayes = environment.IsDevelopment(),
        };
    }

    private static string DataFolder(IConfiguration configuration, string callerDirectory)
    {
        const string Key = "Tracker:DataDirectory";
        var folder = Path.GetFullPath(
            configuration[Key] is { Length: > 0 } given ? given : "data",
            callerDirectory
        );
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Key, $"'{folder}' cannot be made or opened.");
        }
        return folder;
    }

    private static DatabaseProvider ProviderOf(IConfiguration configuration)
    {
        const string Key = "Tracker:Database:Provider";
        var given = configuration[Key];
        if (string.IsNullOrEmpty(given))
        {
            return DatabaseProvider.Sqlite;
        }
        return
            Enum.TryParse<DatabaseProvider>(given, ignoreCase: true, out var provider)
            && Enum.IsDefined(provider)
            ? provider
            : throw new SettingsException(Key, $"'{given}' is neither Sqlite nor SqlServer.");
    }

    private static string? ConnectionOf(IConfiguration configuration, DatabaseProvider provider)
    {
        const string Key = "ConnectionStrings:Tracker";
        var given = configuration[Key];
        if (provider != DatabaseProvider.SqlServer)
        {
            return given;
        }
        if (string.IsNullOrWhiteSpace(given))
        {
            throw new SettingsException(Key, "is missing, and SqlServer needs one.");
        }
        // What was given is not repeated: it holds a password.
        return ServerOf(given) is { Length: > 0 }
            ? given
            : throw new SettingsException(
                Key,
                "is no connection string such as Server=...;Database=Tracker;..."
            );
    }

    private static string? ServerOf(string connection)
    {
        try
        {
            return new SqlConnectionStringBuilder(connection).DataSource;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static string? DemoPasswordOf(IConfiguration configuration, bool demo)
    {
        const string Key = "Tracker:Demo:Password";
        var given = configuration[Key];
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }
        return demo && given.Length < 12
            ? throw new SettingsException(Key, "needs 12 characters or more.")
            : given;
    }

    private static Uri? Address(IConfiguration configuration, string key)
    {
        var given = configuration[key];
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }
        return
            Uri.TryCreate(given, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            ? address
            : throw new SettingsException(
                key,
                $"'{given}' is no address such as https://tracker.example."
            );
    }

    private static TimeZoneInfo Zone(IConfiguration configuration)
    {
        const string Key = "Tracker:TimeZone";
        var given = configuration[Key] is { Length: > 0 } id ? id : "Africa/Bamako";
        return TimeZoneInfo.TryFindSystemTimeZoneById(given, out var zone)
            ? zone
            : throw new SettingsException(Key, $"'{given}' is no time zone such as Africa/Bamako.");
    }

    private static Language Culture(IConfiguration configuration)
    {
        const string Key = "Tracker:DefaultCulture";
        var given = configuration[Key];
        if (string.IsNullOrEmpty(given))
        {
            return Language.Fr;
        }
        return Codes.TryParse<Language>(given, out var language)
            ? language
            : throw new SettingsException(Key, $"'{given}' is neither fr nor en.");
    }

    private static int Count(IConfiguration configuration, string key, int otherwise)
    {
        var given = configuration[key];
        if (string.IsNullOrEmpty(given))
        {
            return otherwise;
        }
        return
            int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0
            ? count
            : throw new SettingsException(key, $"'{given}' is no number of at least 1.");
    }

    private static long Megabytes(IConfiguration configuration, string whose, int otherwise) =>
        (long)Count(configuration, $"Tracker:Evidence:{whose}Megabytes", otherwise)
        * EvidenceLimits.Megabyte;

    private static bool Flag(IConfiguration configuration, string key, bool otherwise)
    {
        var given = configuration[key];
        if (string.IsNullOrEmpty(given))
        {
            return otherwise;
        }
        return bool.TryParse(given, out var flag)
            ? flag
            : throw new SettingsException(key, $"'{given}' is neither true nor false.");
    }
}
