using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Words;
using Tracker.Data.Access;
using Tracker.Data.Import;
using Tracker.Data.Storage;
using Tracker.Documents.Import;
using Tracker.Web.Import;
using Tracker.Web.Setup;

namespace Tracker.Web.Verbs;

/// <summary>The verb <c>import FILE</c>: shows what a file would do, or does it in the name of an account.</summary>
internal static class ImportFile
{
    public static async Task<int> RunAsync(string[] args, string callerDirectory)
    {
        if (Read(args) is not { } request)
        {
            return Verb.Say(Console.Error, VerbHelp.Of("import"), exitCode: 1);
        }
        var file = Path.GetFullPath(request.File, callerDirectory);
        if (!File.Exists(file))
        {
            return Verb.Say(Console.Error, $"'{file}' does not exist.", exitCode: 1);
        }
        if (WrongPlace(request, file, callerDirectory) is { } wrong)
        {
            return Verb.Say(Console.Error, wrong, exitCode: 1);
        }
        await using var app = TrackerHost.Build(
            request.Settings,
            callerDirectory,
            printsData: true
        );
        await app.Services.GetRequiredService<Migrator>().MigrateAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var says = services.GetRequiredService<ImportWords>();
        if (new FileInfo(file).Length > SourceLimits.Bytes)
        {
            // Asked before a byte is read: the reader's own bound comes too late for memory.
            return Verb.Say(
                Console.Error,
                says.Of(new SourceFault(SourceFaultKind.TooLarge)),
                exitCode: 1
            );
        }
        var content = await File.ReadAllBytesAsync(file);
        using var bytes = new MemoryStream(content);
        if (
            await SourceReader.ReadAsync(bytes, Path.GetFileName(file)) is SourceReading.Refused
            {
                Fault: var fault
            }
        )
        {
            return Verb.Say(Console.Error, says.Of(fault), exitCode: 1);
        }
        var actor = request.Email is null
            ? Actor.Worker
            : await ActorAsync(services, request.Email);
        if (actor is null || AccessRules.ToEnter(actor) is not null)
        {
            return Verb.Say(
                Console.Error,
                $"{request.Email} is no account that may import: a coordinator's or an administrator's.",
                exitCode: 1
            );
        }
        var open = await services
            .GetRequiredService<ImportDoor>()
            .OpenAsync(
                actor,
                new PendingFile(
                    Guid.Empty,
                    Path.GetFileName(file),
                    content,
                    null,
                    null,
                    ImportAnswers.None
                )
            );
        if (open?.Preview is not { } preview)
        {
            return Verb.Say(
                Console.Error,
                "No header row was recognised: map its columns on the page of imports once, and it is remembered.",
                exitCode: 1
            );
        }
        if (request.Corrections is { } corrections && preview.Of(ImportAction.HeldBack) > 0)
        {
            await File.WriteAllTextAsync(
                Path.GetFullPath(corrections, callerDirectory),
                says.Corrections(preview)
            );
        }
        if (request.IsPreview)
        {
            Show(preview, says, request.AsJson);
            return 0;
        }
        if (request.Email is null)
        {
            return Verb.Say(
                Console.Error,
                "To write, name the account in whose name it is done: --as EMAIL. To look only: --preview.",
                exitCode: 1
            );
        }
        var outcome = await services
            .GetRequiredService<ImportCommands>()
            .ApplyAsync(actor, preview, content, open.Understood);
        return outcome switch
        {
            Outcome.Done => Verb.Say(Console.Out, Totals(preview)),
            Outcome.Invalid { Faults: [{ Fault: Fault.NothingChosen }, ..] } => Verb.Say(
                Console.Out,
                $"Nothing new. {Totals(preview)}"
            ),
            Outcome.Invalid { Faults: [var broken, ..] } => Verb.Say(
                Console.Error,
                $"Nothing was written. {broken.Field}: {services.GetRequiredService<Text.Words>().Of(broken)}",
                exitCode: 1
            ),
            Outcome.Refused refused => Verb.Say(
                Console.Error,
                $"Nothing was written. {refused.Of}: {services.GetRequiredService<Text.Words>().Of(refused.Reason, null)}",
                exitCode: 1
            ),
            _ => Verb.Say(
                Console.Error,
                "The data changed meanwhile and nothing was written: look at it again with --preview.",
                exitCode: 1
            ),
        };
    }

    /// <summary>Asked before anything is read: the rows held back must not fall on the file they came from.</summary>
    private static string? WrongPlace(Request request, string file, string callerDirectory)
    {
        if (request.Corrections is null)
        {
            return null;
        }
        var corrections = Path.GetFullPath(request.Corrections, callerDirectory);
        return string.Equals(corrections, file, StringComparison.OrdinalIgnoreCase)
                ? $"'{corrections}' is the file that is read: name another for the corrections."
            : !Directory.Exists(Path.GetDirectoryName(corrections))
                ? $"The folder of '{corrections}' does not exist."
            : Directory.Exists(corrections) ? $"'{corrections}' is a folder."
            : null;
    }

    private static void Show(ImportPreview preview, ImportWords says, bool asJson)
    {
        if (asJson)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(PreviewJson.Of(preview, says), PreviewJson.Options)
            );
            return;
        }
        foreach (var record in preview.Records)
        {
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{record.RecordNo, 5}  {Codes.Of(record.Action), -19}  {record.Values.Code, -16}  {string.Join(' ', record.Reasons.Select(r => says.Whole(r, preview)))}"
                )
            );
        }
        Console.Out.WriteLine(Totals(preview));
    }

    private static string Totals(ImportPreview preview) =>
        string.Join(
            ", ",
            Enum.GetValues<ImportAction>()
                .Select(a =>
                    string.Create(CultureInfo.InvariantCulture, $"{preview.Of(a)} {Codes.Of(a)}")
                )
        );

    private static async Task<Actor?> ActorAsync(IServiceProvider services, string email)
    {
        var account = await services
            .GetRequiredService<UserManager<Account>>()
            .FindByEmailAsync(email);
        return account is null
            ? null
            : await services.GetRequiredService<AccountActors>().FindAsync(account.Id);
    }

    /// <summary>Null where an option has no value or is not known.</summary>
    private static Request? Read(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return null;
        }
        var request = new Request(args[0]);
        var settings = new List<string>();
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--preview":
                    request = request with { IsPreview = true };
                    break;
                case "--format" when i + 1 < args.Length && args[i + 1] is "json" or "text":
                    request = request with { AsJson = args[++i] == "json" };
                    break;
                case "--as" when i + 1 < args.Length:
                    request = request with { Email = args[++i] };
                    break;
                case "--corrections" when i + 1 < args.Length:
                    request = request with { Corrections = args[++i] };
                    break;
                case var setting when setting.Contains(':', StringComparison.Ordinal):
                    settings.Add(setting);
                    break;
                default:
                    return null;
            }
        }
        return request with { Settings = [.. settings] };
    }

    private sealed record Request(string File)
    {
        public bool IsPreview { get; init; }
        public bool AsJson { get; init; }
        public string? Email { get; init; }

        /// <summary>Where the rows that are held back go, with their reasons.</summary>
        public string? Corrections { get; init; }
        public string[] Settings { get; init; } = [];
    }
}
