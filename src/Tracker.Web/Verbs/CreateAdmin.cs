using System.Text;
using Tracker.Data.Storage;
using Tracker.Web.Accounts;
using Tracker.Web.Setup;

namespace Tracker.Web.Verbs;

/// <summary>Makes an administrator's account: without one, a tracker in Production lets nobody in.</summary>
internal static class CreateAdmin
{
    public const string PasswordVariable = "TRACKER_ADMIN_PASSWORD";
    public const string UsualOrganisation = "PRIM";

    private static readonly string[] Options = ["--email", "--name", "--organisation"];

    public static async Task<int> RunAsync(string[] args, string callerDirectory)
    {
        if (Read(args) is not { } request || request.Email is null || request.Name is null)
        {
            return Verb.Say(Console.Error, VerbHelp.Of("create-admin"), exitCode: 1);
        }
        await using var app = TrackerHost.Build(request.Settings, callerDirectory);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await FirstStart.LoadReferenceAsync(app.Services, withKayes: false, CancellationToken.None);
        if (Password() is not { Length: > 0 } password)
        {
            return Verb.Say(
                Console.Error,
                $"No password was given, or not the same twice: type one, or set {PasswordVariable}.",
                exitCode: 1
            );
        }
        await using var scope = app.Services.CreateAsyncScope();
        var faults = await scope
            .ServiceProvider.GetRequiredService<AdminAccounts>()
            .CreateAsync(request.Email, request.Name, request.Organisation, password);
        return faults.Count == 0
            ? Verb.Say(
                Console.Out,
                $"{request.Email} is an administrator for {request.Organisation}."
            )
            : Verb.Say(Console.Error, string.Join(Environment.NewLine, faults), exitCode: 1);
    }

    /// <summary>The options with their values; the rest are settings. Null where an option has no value or is not known.</summary>
    private static Request? Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (Options.Contains(args[i], StringComparer.Ordinal) && i + 1 < args.Length)
            {
                given[args[i]] = args[++i];
            }
            else if (args[i].Contains(':', StringComparison.Ordinal))
            {
                settings.Add(args[i]);
            }
            else
            {
                return null;
            }
        }
        return new Request(
            given.GetValueOrDefault("--email"),
            given.GetValueOrDefault("--name"),
            given.GetValueOrDefault("--organisation", UsualOrganisation),
            [.. settings]
        );
    }

    private static string? Password()
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given)
        {
            return given;
        }
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine();
        }
        var first = Ask("Password: ");
        return first == Ask("Once more: ") ? first : null;
    }

    /// <summary>What is typed is not shown.</summary>
    private static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }

    private sealed record Request(
        string? Email,
        string? Name,
        string Organisation,
        string[] Settings
    );
}
