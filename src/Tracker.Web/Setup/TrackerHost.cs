using Microsoft.Extensions.Logging.Console;
using Tracker.Web.Accounts;
using Tracker.Web.Evidence;
using Tracker.Web.Exports;
using Tracker.Web.Import;
using Tracker.Web.Live;
using Tracker.Web.Progress;
using Tracker.Web.Publishing;
using Tracker.Web.Recommendations;

namespace Tracker.Web.Setup;

/// <summary>Puts the program together, for serving and for the other verbs.</summary>
internal static class TrackerHost
{
    /// <param name="callerDirectory">Relative paths in the settings start here, wherever the program stands.</param>
    /// <param name="printsData">The standard output is for programs: what the log says stands on the error output.</param>
    /// <exception cref="SettingsException">A setting is wrong; the message names its key.</exception>
    public static WebApplication Build(
        string[] args,
        string callerDirectory,
        bool printsData = false
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        var settings = TrackerSettings.Read(
            builder.Configuration,
            builder.Environment,
            callerDirectory
        );
        if (printsData)
        {
            builder.Services.Configure<ConsoleLoggerOptions>(console =>
                console.LogToStandardErrorThreshold = LogLevel.Trace
            );
        }
        builder.Services.AddPublicPages(settings);
        builder.Services.AddTracker(settings);
        builder.Services.AddExports();
        builder.Services.AddImports();
        builder.Services.AddEvidence();
        builder.Services.AddHostedService<LastFilterKeeper>();
        builder.Services.AddHostedService<LiveWatch>();
        builder.AddTrackerShell();
        var app = builder.Build();
        app.UseTrackerShell();
        app.MapHealth();
        app.MapSignOut();
        app.MapExports();
        app.MapImports();
        app.MapRelated();
        app.MapDrafts();
        app.MapEvidence();
        app.MapPublicPages();
        return app;
    }
}
