namespace Tracker.Web.Import;

/// <summary>Files that come in: pages, posts, downloads.</summary>
internal static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddScoped<ImportDoor>();
        services.AddScoped<ImportWords>();
        services.AddScoped<ImportPosts>();
        services.AddScoped<ImportDownloads>();
        return services;
    }

    public static void MapImports(this WebApplication app)
    {
        app.MapPost(
            ImportAddresses.Send,
            (HttpContext http, ImportPosts posts) => posts.SendAsync(http)
        );
        app.MapPost(
            "/import/{id:guid}/mapping",
            (HttpContext http, ImportPosts posts, Guid id) => posts.MapAsync(http, id)
        );
        app.MapPost(
            "/import/{id:guid}/answers",
            (HttpContext http, ImportPosts posts, Guid id) => posts.AnswerAsync(http, id)
        );
        app.MapPost(
            "/import/{id:guid}/apply",
            (HttpContext http, ImportPosts posts, Guid id) => posts.ApplyAsync(http, id)
        );
        app.MapPost(
            "/import/{id:guid}/forget",
            (HttpContext http, ImportPosts posts, Guid id) => posts.ForgetAsync(http, id)
        );
        app.MapPost(
            "/import/batches/{id:guid}/undo",
            (HttpContext http, ImportPosts posts, Guid id) => posts.UndoAsync(http, id)
        );
        app.MapGet(
            "/import/{id:guid}/preview.json",
            (HttpContext http, ImportDownloads downloads, Guid id) => downloads.JsonAsync(http, id)
        );
        app.MapGet(
            "/import/{id:guid}/corrections.csv",
            (HttpContext http, ImportDownloads downloads, Guid id) =>
                downloads.CorrectionsAsync(http, id)
        );
    }
}
