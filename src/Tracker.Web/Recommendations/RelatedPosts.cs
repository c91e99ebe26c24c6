using Microsoft.AspNetCore.Antiforgery;
using Tracker.Core;
using Tracker.Data.Recommendations;
using Tracker.Web.Access;

namespace Tracker.Web.Recommendations;

/// <summary>Settles whether two recommendations say the same; leads back to the record.</summary>
internal static class RelatedPosts
{
    public static string Of(string code) => RecordAddresses.Of(code, "related/settle");

    public static void MapRelated(this WebApplication app) =>
        app.MapPost("/recommendations/{code}/related/settle", SettleAsync);

    private static async Task<IResult> SettleAsync(
        HttpContext http,
        string code,
        Actors actors,
        IAntiforgery antiforgery,
        RelatedCommands commands
    )
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var outcome = await commands.SettleAsync(
            await actors.OfAsync(http.User, http.RequestAborted),
            code,
            form["other"].ToString(),
            form["related"] == "yes",
            http.RequestAborted
        );
        return outcome switch
        {
            Outcome.Refused => Results.StatusCode(StatusCodes.Status403Forbidden),
            Outcome.NotFound => Results.NotFound(),
            _ => Results.LocalRedirect(RecordAddresses.Of(code)),
        };
    }
}
