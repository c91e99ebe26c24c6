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
        Post(app, "/import/{id:guid}/mapping", (posts, http, id) => posts.MapAsync(http, id));
        Post(app, "/import/{id:guid}/answers", (posts, http, id) => posts.AnswerAsync(http, id));
        Post(app, "/import/{id:guid}/apply", (posts, http, id) => posts.ApplyAsync(http, id));
        Post(app, "/import/{id:guid}/forget", (posts, http, id) => posts.ForgetAsync(http, id));
        Post(app, "/import/batches/{id:guid}/undo", (posts, http, id) => posts.UndoAsync(http, id));
        Get(app, "preview.json", (downloads, http, id) => downloads.JsonAsync(http, id));
        Get(app, "corrections.csv", (downloads, http, id) => downloads.CorrectionsAsync(http, id));
    }

    private static void Post(
        WebApplication app,
        string address,
        Func<ImportPosts, HttpContext, Guid, Task<IResult>> act
    ) =>
        app.MapPost(
            address,
            (HttpContext http, ImportPosts posts, Guid id) => act(posts, http, id)
        );

    private static void Get(
        WebApplication app,
        string file,
        Func<ImportDownloads, HttpContext, Guid, Task> write
    ) =>
        app.MapGet(
            $"/import/{{id:guid}}/{file}",
            (HttpContext http, ImportDownloads downloads, Guid id) => write(downloads, http, id)
        );
}
