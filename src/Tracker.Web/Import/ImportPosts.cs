using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Words;
using Tracker.Data.Import;
using Tracker.Documents.Import;
using Tracker.Web.Access;

namespace Tracker.Web.Import;

/// <summary>What the forms of importing send. Each does its deed and leads back to a page that says how it ended.</summary>
internal sealed class ImportPosts(
    Actors actors,
    IAntiforgery antiforgery,
    ImportCommands commands,
    ImportDoor door
)
{
    /// <summary>What a form may weigh beside the file itself.</summary>
    private const long MostRead = SourceLimits.Bytes + (1024 * 1024);

    public async Task<IResult> SendAsync(HttpContext http)
    {
        var actor = await ActorAsync(http);
        if (AccessRules.ToEnter(actor) is not null)
        {
            // The page says so.
            return See(ImportAddresses.All);
        }
        if (http.Request.ContentLength is not { } length || length > MostRead)
        {
            return See(ImportAddresses.Refused(new SourceFault(SourceFaultKind.TooLarge)));
        }
        if (await FormAsync(http) is not { } form)
        {
            return Results.BadRequest();
        }
        if (form.Files["file"] is not { } sent || sent.FileName.Length == 0)
        {
            return See(ImportAddresses.Saying(ImportAddresses.All, "no_file"));
        }
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, http.RequestAborted);
        var name = Path.GetFileName(sent.FileName);
        bytes.Position = 0;
        var reading = await SourceReader.ReadAsync(bytes, name, http.RequestAborted);
        if (reading is SourceReading.Refused refused)
        {
            return See(ImportAddresses.Refused(refused.Fault));
        }
        var kept = await commands.KeepAsync(actor, name, bytes.ToArray(), http.RequestAborted);
        return kept is Outcome.Done done
            ? See(ImportAddresses.Of(Guid.Parse(done.Code)))
            : See(ImportAddresses.All);
    }

    /// <summary>Which columns stand for what.</summary>
    public Task<IResult> MapAsync(HttpContext http, Guid id) =>
        OnAsync(
            http,
            id,
            async (actor, open, form) =>
            {
                var sheet =
                    open.File.Sheets.FirstOrDefault(s => s.Name == form["sheet"].ToString())
                    ?? open.Sheet;
                var row = int.TryParse(
                    form["header"],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? IndexOf(sheet, number)
                    : 0;
                var columns = new Dictionary<ImportField, int>();
                foreach (var field in Enum.GetValues<ImportField>())
                {
                    if (
                        int.TryParse(
                            form[Codes.Of(field)],
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var column
                        )
                        && column < SourceLimits.Columns
                    )
                    {
                        columns[field] = column;
                    }
                }
                await commands.AnswerAsync(
                    actor,
                    id,
                    sheet.Name,
                    new ColumnMapping(columns, row),
                    // Answers belong to records counted from the header: under another they would be other records'.
                    sheet == open.Sheet
                    && row == open.Mapping?.HeaderRow
                        ? open.Pending.Answers
                        : ImportAnswers.None
                );
                return ImportAddresses.Of(id);
            }
        );

    /// <summary>What was answered on one page of the preview: fields named by record and field.</summary>
    public Task<IResult> AnswerAsync(HttpContext http, Guid id) =>
        OnAsync(
            http,
            id,
            async (actor, open, form) =>
            {
                var answers = open.Pending.Answers.ByRecord.ToDictionary(
                    r => r.Key,
                    r => r.Value.ToDictionary()
                );
                foreach (var (name, value) in form)
                {
                    var (record, field) = AnswerNames.Read(name);
                    if (field is null)
                    {
                        continue;
                    }
                    var typed = value.ToString();
                    var shown = form[$"was.{name}"].ToString();
                    if (typed == shown)
                    {
                        continue;
                    }
                    if (!answers.TryGetValue(record, out var own))
                    {
                        answers[record] = own = [];
                    }
                    own[field.Value] = typed;
                }
                await commands.AnswerAsync(
                    actor,
                    id,
                    open.Pending.Sheet,
                    open.Pending.Mapping,
                    new ImportAnswers(
                        answers.ToDictionary(
                            r => r.Key,
                            r => (IReadOnlyDictionary<ImportField, string>)r.Value
                        )
                    )
                );
                // Back to the page and the filter that the answers were given on, and to nowhere else.
                var here = ImportAddresses.Of(id);
                var page = form["page"].ToString();
                return ImportAddresses.Saying(
                    page.StartsWith(here + "?", StringComparison.Ordinal) ? page : here,
                    "answered"
                );
            }
        );

    /// <summary>Writes what the person saw: the digest of the preview comes with the form.</summary>
    public Task<IResult> ApplyAsync(HttpContext http, Guid id) =>
        OnAsync(
            http,
            id,
            async (actor, open, form) =>
            {
                if (open.Preview is not { } preview)
                {
                    return ImportAddresses.Of(id);
                }
                if (form["seen"] != preview.Digest())
                {
                    return ImportAddresses.Saying(ImportAddresses.Of(id), "conflict");
                }
                var outcome = await commands.ApplyAsync(
                    actor,
                    preview,
                    open.Pending.Content,
                    open.Understood
                );
                if (outcome is Outcome.Done && preview.Of(ImportAction.HeldBack) == 0)
                {
                    await commands.ForgetAsync(actor, id);
                }
                return outcome switch
                {
                    Outcome.Done done => ImportAddresses.Saying(
                        ImportAddresses.All,
                        "applied",
                        preview.Of(ImportAction.HeldBack) > 0 ? id.ToString("D") : null,
                        done.Code
                    ),
                    Outcome.Conflict => ImportAddresses.Saying(ImportAddresses.Of(id), "conflict"),
                    Outcome.Invalid { Faults: [{ Fault: Fault.NothingChosen }, ..] } =>
                        ImportAddresses.Saying(ImportAddresses.Of(id), "nothing"),
                    Outcome.Invalid { Faults: [var fault, ..] } => ImportAddresses.Saying(
                        ImportAddresses.Of(id),
                        "invalid",
                        fault.Field,
                        Codes.Of(fault.Fault)
                    ),
                    Outcome.Refused refused => ImportAddresses.Saying(
                        ImportAddresses.Of(id),
                        "refused",
                        refused.Of,
                        Codes.Of(refused.Reason)
                    ),
                    _ => ImportAddresses.Of(id),
                };
            }
        );

    public Task<IResult> ForgetAsync(HttpContext http, Guid id) =>
        OnAsync(
            http,
            id,
            async (actor, _, _) =>
            {
                await commands.ForgetAsync(actor, id);
                return ImportAddresses.Saying(ImportAddresses.All, "forgotten");
            }
        );

    public async Task<IResult> UndoAsync(HttpContext http, Guid batch)
    {
        if (await FormAsync(http) is null)
        {
            return Results.BadRequest();
        }
        var outcome = await commands.UndoAsync(await ActorAsync(http), batch, http.RequestAborted);
        return See(
            outcome switch
            {
                Outcome.Done => ImportAddresses.Saying(ImportAddresses.All, "undone"),
                Outcome.Refused refused => ImportAddresses.Saying(
                    ImportAddresses.All,
                    "refused",
                    null,
                    Codes.Of(refused.Reason)
                ),
                _ => ImportAddresses.All,
            }
        );
    }

    /// <summary>The row of a number as the file counts, from nought.</summary>
    private static int IndexOf(SourceSheet sheet, int number)
    {
        for (var at = 0; at < sheet.Rows.Count; at++)
        {
            if (sheet.Rows[at].Number >= number)
            {
                return at;
            }
        }
        return 0;
    }

    private async Task<IResult> OnAsync(
        HttpContext http,
        Guid id,
        Func<Actor, OpenImport, IFormCollection, Task<string>> work
    )
    {
        if (await FormAsync(http) is not { } form)
        {
            return Results.BadRequest();
        }
        var actor = await ActorAsync(http);
        return await door.OpenAsync(actor, id, http.RequestAborted) is { } open
            ? See(await work(actor, open, form))
            : See(ImportAddresses.Saying(ImportAddresses.All, "gone"));
    }

    /// <summary>Null for a post from elsewhere.</summary>
    private async Task<IFormCollection?> FormAsync(HttpContext http) =>
        http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http)
            ? await http.Request.ReadFormAsync(http.RequestAborted)
            : null;

    private Task<Actor> ActorAsync(HttpContext http) =>
        actors.OfAsync(http.User, http.RequestAborted);

    private static IResult See(string address) => new SeeOther(address);

    /// <summary>303: the page is asked for anew, and reloading it sends nothing twice.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
