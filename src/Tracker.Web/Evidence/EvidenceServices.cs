namespace Tracker.Web.Evidence;

/// <summary>Evidence over HTTP: files out, files in, and the broom.</summary>
internal static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddScoped<EvidenceWords>();
        services.AddScoped<EvidenceDownloads>();
        services.AddScoped<EvidenceUploads>();
        services.AddHostedService<EvidenceKeeper>();
        return services;
    }

    public static void MapEvidence(this WebApplication app)
    {
        app.MapGet(
            "/evidence/{id:guid}",
            (Guid id, HttpContext http, EvidenceDownloads downloads) =>
                downloads.SendAsync(http, id)
        );
        EvidenceUploads.Map(app);
    }
}
