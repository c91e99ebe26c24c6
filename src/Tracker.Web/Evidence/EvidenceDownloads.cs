using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Web.Access;
using Tracker.Web.Setup;

namespace Tracker.Web.Evidence;

/// <summary>
/// Hands out a file to be kept, never to be shown: whatever it holds, a browser neither opens it in our name nor runs it.
/// </summary>
internal sealed partial class EvidenceDownloads(
    Actors actors,
    EvidenceQueries evidence,
    ILogger<EvidenceDownloads> logger
)
{
    public async Task SendAsync(HttpContext http, Guid id)
    {
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        var file = await evidence.OpenAsync(actor, id, http.RequestAborted);
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (file.Content is not { } content)
        {
            Damaged(logger, id);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = EvidenceAddresses.Damaged(id);
            return;
        }
        await using (content)
        {
            SecurityHeaders.Sandbox(http);
            var answer = http.Response;
            answer.ContentType = file.ContentType;
            answer.ContentLength = file.Size;
            answer.Headers.ContentDisposition = FileNames.Attachment(file.FileName);
            await content.CopyToAsync(answer.Body, http.RequestAborted);
        }
    }

    [LoggerMessage(40, LogLevel.Error, "The bytes of evidence {Id} are gone or changed.")]
    private static partial void Damaged(ILogger logger, Guid id);
}
