using Microsoft.Net.Http.Headers;
using Tracker.Core.Evidence;
using Tracker.Core.Publishing;
using Tracker.Data.Publishing;
using Tracker.Documents.Publishing;
using Tracker.Web.Access;
using Tracker.Web.Setup;

namespace Tracker.Web.Publishing;

/// <summary>Open data, feed and shared files of what is published, each asking again whether its reader may.</summary>
internal sealed class PublicDownloads(
    Actors actors,
    PublicQueries published,
    TrackerSettings settings,
    Tracker.Web.Text.Words words
)
{
    public async Task DataAsync(HttpContext http, string? workshop, string? token, bool asJson)
    {
        if (await FindAsync(http, workshop, token) is not { } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var name = $"{found.Code}-{found.Day:yyyy-MM-dd}.{(asJson ? "json" : "csv")}";
        http.Response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename={name}";
        await SendAsync(
            http,
            asJson ? OpenData.JsonContentType : OpenData.CsvContentType,
            asJson ? OpenData.Json(found) : OpenData.Csv(found),
            token
        );
    }

    public async Task FeedAsync(HttpContext http, string? workshop)
    {
        var actor = await actors.OfAsync(http.User, http.RequestAborted);
        if (
            actor.Role == Core.Access.Role.Anonymous
            && !await published.AreOnAsync(actor, http.RequestAborted)
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var news = await published.NewsAsync(actor, workshop, null, http.RequestAborted);
        await SendAsync(
            http,
            AtomFeed.ContentType,
            AtomFeed.Write(
                news,
                new Uri(Site(http), http.Request.Path.Value![1..]),
                code => new Uri(Site(http), PublicAddresses.Of(code)[1..]),
                words.Language,
                Tracker.Web.Text.Words.WordFor
            ),
            null
        );
    }

    public async Task EvidenceAsync(HttpContext http, Guid id, string? token)
    {
        var actor = token is null
            ? await actors.OfAsync(http.User, http.RequestAborted)
            : Core.Access.Actor.Anonymous;
        var file = await published.OpenEvidenceAsync(actor, id, token, http.RequestAborted);
        if (file?.Content is not { } content)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await using (content)
        {
            SecurityHeaders.Sandbox(http);
            http.Response.ContentType = file.ContentType;
            http.Response.ContentLength = file.Size;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers[HeaderNames.ContentDisposition] = FileNames.Attachment(
                file.FileName
            );
            await content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    private async Task<PublishedWorkshop?> FindAsync(
        HttpContext http,
        string? workshop,
        string? token
    )
    {
        var actor = token is null
            ? await actors.OfAsync(http.User, http.RequestAborted)
            : Core.Access.Actor.Anonymous;
        var code = token is null
            ? workshop
            : await published.OpenedByAsync(actor, token, http.RequestAborted);
        var (day, _) = PublicDay.Read(http.Request.Query["as_of"]);
        return code is null
            ? null
            : await published.WorkshopAsync(actor, code, token, day, http.RequestAborted);
    }

    private static async Task SendAsync(
        HttpContext http,
        string contentType,
        byte[] bytes,
        string? token
    )
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        if (token is not null)
        {
            http.Response.Headers.CacheControl = "no-store";
        }
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private Uri Site(HttpContext http) =>
        settings.PublicUrl is { } configured
            ? new Uri(configured.AbsoluteUri.TrimEnd('/') + "/")
            : new Uri($"{http.Request.Scheme}://{http.Request.Host}/");
}
