using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Data.Exports;
using Tracker.Documents.Csv;
using Tracker.Documents.Json;
using Tracker.Documents.Workbooks;
using Tracker.Web.Access;
using Tracker.Web.Recommendations;
using Tracker.Web.Setup;

namespace Tracker.Web.Exports;

/// <summary>Answers an export address with the rows of its filter, streamed.</summary>
internal sealed class ExportDownloads(
    Actors actors,
    ExportQueries rows,
    Covers covers,
    TrackerSettings settings,
    ExportGate gate,
    IStringLocalizer<ListText> text,
    Tracker.Web.Text.Words words,
    ProgrammeClock clock
)
{
    public Task WorkbookAsync(HttpContext http) =>
        WriteAsync(
            http,
            RecommendationWorkbook.ContentType,
            "xlsx",
            (actor, filter, cover) =>
                RecommendationWorkbook.WriteAsync(
                    http.Response.BodyWriter,
                    cover,
                    rows.Sheets(actor, filter, words.Language, http.RequestAborted),
                    Tracker.Web.Text.Words.WordFor,
                    http.RequestAborted
                )
        );

    public Task CsvAsync(HttpContext http) =>
        WriteAsync(
            http,
            RecommendationCsv.ContentType,
            "csv",
            (actor, filter, cover) =>
                RecommendationCsv.WriteAsync(
                    http.Response.BodyWriter,
                    cover,
                    Rows(actor, filter, http),
                    Tracker.Web.Text.Words.WordFor,
                    http.RequestAborted
                )
        );

    public Task JsonAsync(HttpContext http) =>
        WriteAsync(
            http,
            RecommendationJson.ContentType,
            "json",
            (actor, filter, cover) =>
                RecommendationJson.WriteAsync(
                    http.Response.BodyWriter,
                    cover,
                    Rows(actor, filter, http),
                    Tracker.Web.Text.Words.WordFor,
                    http.RequestAborted
                )
        );

    /// <summary>
    /// Waits for its turn, then streams. What fails after the first byte ends the connection: half a file must not look
    /// like a whole one.
    /// </summary>
    private async Task WriteAsync(
        HttpContext http,
        string contentType,
        string extension,
        Func<Actor, RecommendationFilter, ExportCover, Task> write
    )
    {
        var (actor, reading) = await ReadAsync(http);
        using var turn = await gate.EnterAsync(http.RequestAborted);
        if (turn is null)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = ExportGate.RetryAfterSeconds;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(text["export.busy"], http.RequestAborted);
            return;
        }
        var cover = await covers.OfAsync(actor, reading, Site(http), http.RequestAborted);
        Announce(http, contentType, extension);
        try
        {
            await write(actor, reading.Filter, cover);
        }
        catch (Exception) when (http.Response.HasStarted)
        {
            http.Abort();
            throw;
        }
    }

    private IAsyncEnumerable<ExportRow> Rows(
        Actor actor,
        RecommendationFilter filter,
        HttpContext http
    ) => rows.RowsAsync(actor, filter, words.Language, http.RequestAborted);

    private async Task<(Actor Actor, FilterReading Reading)> ReadAsync(HttpContext http)
    {
        var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value);
        var pairs = query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
        return (await actors.OfAsync(http.User, http.RequestAborted), FilterAddress.Read(pairs));
    }

    /// <summary>Links in files outlive the request: the configured address goes before the one asked.</summary>
    private Uri Site(HttpContext http) =>
        settings.PublicUrl is { } configured
            ? new Uri(configured.AbsoluteUri.TrimEnd('/') + "/")
            : new Uri($"{http.Request.Scheme}://{http.Request.Host}/");

    private void Announce(HttpContext http, string contentType, string extension)
    {
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=recommandations-{clock.Today:yyyy-MM-dd}.{extension}";
    }
}
