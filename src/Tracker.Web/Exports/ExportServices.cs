using Tracker.Web.Recommendations;

namespace Tracker.Web.Exports;

/// <summary>The list as files, over HTTP and from the command line.</summary>
internal static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddScoped<FilterWords>();
        services.AddSingleton<ExportGate>();
        services.AddScoped<Covers>();
        services.AddScoped<ExportDownloads>();
        services.AddScoped<ExportFile>();
        return services;
    }

    public static void MapExports(this WebApplication app)
    {
        app.MapGet(
            "/recommendations/export.xlsx",
            (HttpContext http, ExportDownloads downloads) => downloads.WorkbookAsync(http)
        );
        app.MapGet(
            "/recommendations/export.csv",
            (HttpContext http, ExportDownloads downloads) => downloads.CsvAsync(http)
        );
        app.MapGet(
            "/recommendations/export.json",
            (HttpContext http, ExportDownloads downloads) => downloads.JsonAsync(http)
        );
    }
}
