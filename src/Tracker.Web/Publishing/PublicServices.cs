using Tracker.Data.Publishing;
using Tracker.Web.Setup;

namespace Tracker.Web.Publishing;

/// <summary>What is published: pages, data, feed, files, and the memory of unchanged answers.</summary>
internal static class PublicServices
{
    public static IServiceCollection AddPublicPages(
        this IServiceCollection services,
        TrackerSettings settings
    )
    {
        services.AddSingleton(new PublicPages(settings.PublicPages));
        services.AddSingleton<PublicMemo>();
        services.AddSingleton<PublicMemory>();
        services.AddScoped<PublicDownloads>();
        return services;
    }

    public static void MapPublicPages(this WebApplication app)
    {
        foreach (var (file, asJson) in new[] { ("data.csv", false), ("data.json", true) })
        {
            app.MapGet(
                    $"/public/{{workshop}}/{file}",
                    (HttpContext http, PublicDownloads downloads, string workshop) =>
                        downloads.DataAsync(http, workshop, null, asJson)
                )
                .AllowAnonymous();
            app.MapGet(
                    $"/shared/{{token}}/{file}",
                    (HttpContext http, PublicDownloads downloads, string token) =>
                        downloads.DataAsync(http, null, token, asJson)
                )
                .AllowAnonymous();
        }
        app.MapGet(
                "/public/feed.atom",
                (HttpContext http, PublicDownloads downloads) => downloads.FeedAsync(http, null)
            )
            .AllowAnonymous();
        app.MapGet(
                "/public/{workshop}/feed.atom",
                (HttpContext http, PublicDownloads downloads, string workshop) =>
                    downloads.FeedAsync(http, workshop)
            )
            .AllowAnonymous();
        app.MapGet(
                "/public/{workshop}/evidence/{id:guid}",
                (HttpContext http, PublicDownloads downloads, Guid id) =>
                    downloads.EvidenceAsync(http, id, null)
            )
            .AllowAnonymous();
        app.MapGet(
                "/shared/{token}/evidence/{id:guid}",
                (HttpContext http, PublicDownloads downloads, Guid id, string token) =>
                    downloads.EvidenceAsync(http, id, token)
            )
            .AllowAnonymous();
    }
}
