using System.Text.Json;
using Tracker.Core.Import;
using Tracker.Web.Access;

namespace Tracker.Web.Import;

/// <summary>A preview for programs, and the rows held back for the person who corrects them.</summary>
internal sealed class ImportDownloads(Actors actors, ImportDoor door, ImportWords says)
{
    public async Task JsonAsync(HttpContext http, Guid id)
    {
        if (await PreviewAsync(http, id) is not { } preview)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(
            http.Response.Body,
            PreviewJson.Of(preview, says),
            PreviewJson.Options,
            http.RequestAborted
        );
    }

    /// <summary>In the layout of the file that came, with one column more: why.</summary>
    public async Task CorrectionsAsync(HttpContext http, Guid id)
    {
        if (await PreviewAsync(http, id) is not { } preview)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=corrections.csv";
        await http.Response.WriteAsync(says.Corrections(preview), http.RequestAborted);
    }

    private async Task<ImportPreview?> PreviewAsync(HttpContext http, Guid id) =>
        (
            await door.OpenAsync(
                await actors.OfAsync(http.User, http.RequestAborted),
                id,
                http.RequestAborted
            )
        )?.Preview;
}
