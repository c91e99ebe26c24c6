using Microsoft.AspNetCore.Antiforgery;
using Tracker.Core;
using Tracker.Core.Drafts;
using Tracker.Data.Drafts;
using Tracker.Web.Access;
using Tracker.Web.Recommendations;

namespace Tracker.Web.Progress;

/// <summary>Where unsaved text goes: kept for its author alone, thrown away when they say so.</summary>
internal static class DraftEndpoints
{
    private const string Field = "form";

    public static void MapDrafts(this WebApplication app)
    {
        var token = new RequireAntiforgeryTokenAttribute();
        app.MapPost("/drafts", KeepAsync).WithMetadata(token);
        app.MapPost("/drafts/keep", KeepAndReturnAsync).WithMetadata(token);
        app.MapPost("/drafts/discard", DiscardAsync).WithMetadata(token);
        app.MapGet("/drafts", SavedAsync);
    }

    /// <summary>From the script: 204 once it is kept, 422 where it is too long, 403 where there is nobody to keep it for.</summary>
    private static async Task<IResult> KeepAsync(
        HttpContext http,
        Actors actors,
        DraftCommands drafts
    ) =>
        await StoreAsync(http, actors, drafts) switch
        {
            Outcome.Done => Results.NoContent(),
            Outcome.Invalid => Results.StatusCode(StatusCodes.Status422UnprocessableEntity),
            _ => Results.StatusCode(StatusCodes.Status403Forbidden),
        };

    /// <summary>From the button: back to the form, which offers what was kept.</summary>
    private static async Task<IResult> KeepAndReturnAsync(
        HttpContext http,
        Actors actors,
        DraftCommands drafts
    ) =>
        await StoreAsync(http, actors, drafts) is Outcome.Done
            ? Back(http, "?start=draft")
            : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DiscardAsync(
        HttpContext http,
        Actors actors,
        DraftCommands drafts
    )
    {
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        var form = (await http.Request.ReadFormAsync(http.RequestAborted))[Field].ToString();
        await drafts.DiscardAsync(actor, form, http.RequestAborted);
        return Back(http, "");
    }

    /// <summary>Whether a form was saved under this id: a text left on a device is then no draft any more.</summary>
    private static async Task<IResult> SavedAsync(
        HttpContext http,
        Actors actors,
        DraftQueries drafts,
        string? command
    )
    {
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        var saved =
            Guid.TryParse(command, out var id)
            && await drafts.IsSavedAsync(actor, id, http.RequestAborted);
        return Results.Json(new { saved });
    }

    private static async Task<Outcome> StoreAsync(
        HttpContext http,
        Actors actors,
        DraftCommands drafts
    )
    {
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = sent.Where(f => f.Key.StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => f.Value.ToString());
        return await drafts.KeepAsync(actor, sent[Field].ToString(), fields, http.RequestAborted);
    }

    /// <summary>The page of the form that the draft is of.</summary>
    private static IResult Back(HttpContext http, string query)
    {
        var form = http.Request.Form[Field].ToString();
        return DraftForms.CodeOf(form) is { } code
            ? Results.LocalRedirect(RecordAddresses.Of(code, "update") + query)
            : Results.LocalRedirect("/");
    }
}
