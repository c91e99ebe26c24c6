using Microsoft.AspNetCore.WebUtilities;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Data.Exports;
using Tracker.Documents.Csv;
using Tracker.Documents.Workbooks;
using Tracker.Web.Access;
using Tracker.Web.Setup;

namespace Tracker.Web.Exports;

/// <summary>Answers an export address with the rows of its filter, streamed.</summary>
internal sealed class ExportDownloads(
    Actors actors,
    ExportQueries rows,
    Covers covers,
    TrackerSettings settings,
    Tracker.Web.Text.Words words,
    ProgrammeClock clock
)
{
    public async Task WorkbookAsync(HttpContext http)
    {
        var (actor, reading) = await ReadAsync(http);
        var cover = await covers.OfAsync(actor, reading, Site(http), http.RequestAborted);
        Announce(http, RecommendationWorkbook.ContentType, "xlsx");
        await RecommendationWorkbook.WriteAsync(
            http.Response.BodyWriter,
            cover,
            Rows(actor, reading.Filter, http),
            Tracker.Web.Text.Words.WordFor,
            http.RequestAborted
        );
    }

    public async Task CsvAsync(HttpContext http)
    {
        var (actor, reading) = await ReadAsync(http);
        var cover = await covers.OfAsync(actor, reading, Site(http), http.RequestAborted);
        Announce(http, RecommendationCsv.ContentType, "csv");
        await RecommendationCsv.WriteAsync(
            http.Response.BodyWriter,
            cover,
            Rows(actor, reading.Filter, http),
            Tracker.Web.Text.Words.WordFor,
            http.RequestAborted
        );
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
