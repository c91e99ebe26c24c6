using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Web.Access;

namespace Tracker.Web.Evidence;

/// <summary>
/// Takes files in parts from the script of the evidence page. Each answer says where the file is and how far it has come,
/// or in the reader's words why it goes no further.
/// </summary>
internal sealed class EvidenceUploads(
    Actors actors,
    UploadCommands commands,
    UploadQueries uploads,
    EvidenceWords say,
    Tracker.Web.Text.Words words
)
{
    private const int LongestForm = 8 * 1024;

    public static void Map(WebApplication app)
    {
        var uploads = app.MapGroup(EvidenceAddresses.Uploads).AddEndpointFilter(FromOurPages);
        uploads
            .MapPost("", (HttpContext http, EvidenceUploads here) => here.BeginAsync(http))
            .WithMetadata(
                new RequireAntiforgeryTokenAttribute(),
                new RequestSizeLimitAttribute(LongestForm)
            );
        uploads
            .MapPost(
                "/{id:guid}",
                (Guid id, long at, HttpContext http, EvidenceUploads here) =>
                    here.AppendAsync(http, id, at)
            )
            .WithMetadata(
                new RequireAntiforgeryTokenAttribute(),
                new RequestSizeLimitAttribute(EvidenceLimits.LargestPart)
            );
        uploads.MapGet(
            "/{id:guid}",
            (Guid id, HttpContext http, EvidenceUploads here) => here.StateAsync(http, id)
        );
    }

    private async Task<IResult> BeginAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        _ = long.TryParse(
            form["size"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var size
        );
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        var outcome = await commands.BeginAsync(
            actor,
            form["code"].ToString(),
            form["name"],
            size,
            http.RequestAborted
        );
        return outcome is Outcome.Done done
            ? await AnswerAsync(actor, Guid.Parse(done.Code), StatusCodes.Status201Created, http)
            : Failed(outcome);
    }

    private async Task<IResult> AppendAsync(HttpContext http, Guid id, long at)
    {
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        var outcome = await commands.AppendAsync(
            actor,
            id,
            at,
            http.Request.Body,
            http.RequestAborted
        );
        return outcome switch
        {
            Outcome.Done => await AnswerAsync(actor, id, StatusCodes.Status200OK, http),
            Outcome.Conflict => await AnswerAsync(actor, id, StatusCodes.Status409Conflict, http),
            _ => Failed(outcome),
        };
    }

    private async Task<IResult> StateAsync(HttpContext http, Guid id) =>
        await AnswerAsync(
            await actors.OfAsync(http.User, http.RequestAborted),
            id,
            StatusCodes.Status200OK,
            http
        );

    private async Task<IResult> AnswerAsync(Actor actor, Guid id, int status, HttpContext http) =>
        await uploads.FindAsync(actor, id, http.RequestAborted) is { } state
            ? Results.Json(
                new Progress(id, EvidenceAddresses.Upload(id), state.Size, state.Received),
                statusCode: status
            )
            : Failed(new Outcome.NotFound());

    private IResult Failed(Outcome outcome)
    {
        var (status, message) = outcome switch
        {
            Outcome.Invalid invalid => (
                StatusCodes.Status422UnprocessableEntity,
                say.Of(invalid.Faults[0])
            ),
            Outcome.Refused refused => (
                StatusCodes.Status403Forbidden,
                words.Of(refused.Reason, null)
            ),
            _ => (StatusCodes.Status404NotFound, words["not_found"]),
        };
        return Results.Json(new Sentence(message), statusCode: status);
    }

    /// <summary>The token keeps strangers out; a browser that says where a call comes from makes it twice sure.</summary>
    private static ValueTask<object?> FromOurPages(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var site = context.HttpContext.Request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin"
            ? next(context)
            : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
    }

    private sealed record Progress(Guid Id, string Address, long Size, long Received);

    private sealed record Sentence(string Message);
}
