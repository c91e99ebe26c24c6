using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Tracker.Core;

namespace Tracker.Web.Text;

public static class TextServices
{
    /// <summary>Words in the language that the request or circuit was opened with.</summary>
    public static IServiceCollection AddTrackerText(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new ProgrammeClock(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(
                provider.GetService<IConfiguration>()?["Tracker:TimeZone"] ?? "Africa/Bamako"
            )
        ));
        services.TryAddScoped(_ => new ReaderLanguage(Languages.Of(CultureInfo.CurrentUICulture)));
        services.TryAddScoped<Words>();
        services.AddScoped(typeof(IStringLocalizer<>), typeof(ReaderText<>));
        return services;
    }
}
