using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;
using Tracker.Core.Words;

namespace Tracker.Web.Text;

/// <summary>
/// The address decides, then the cookie, then the house's default. What the browser prefers is not asked:
/// the tracker is French first, and a link must show the same page to everybody.
/// </summary>
public static class ReaderCulture
{
    public static IServiceCollection AddReaderCulture(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var house = Codes.TryParse<Language>(
            configuration["Tracker:DefaultCulture"],
            out var language
        )
            ? language
            : Language.Fr;
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(
                Languages.Culture(house),
                Languages.Resources(house)
            );
            options.SupportedCultures = [.. Languages.All.Select(Languages.Culture)];
            options.SupportedUICultures = [.. Languages.All.Select(Languages.Resources)];
            options.RequestCultureProviders = [new CustomRequestCultureProvider(Choose)];
        });
    }

    /// <summary>A language chosen in the address is kept for the pages that follow and for the circuit.</summary>
    public static IApplicationBuilder UseReaderCulture(this IApplicationBuilder app) =>
        app.UseRequestLocalization()
            .Use(
                (context, next) =>
                {
                    if (InAddress(context) is { } language)
                    {
                        Remember(context, language);
                    }
                    return next(context);
                }
            );

    private static Task<ProviderCultureResult?> Choose(HttpContext context)
    {
        var language = InAddress(context) ?? InCookie(context.Request);
        return Task.FromResult(
            language is { } chosen
                ? new ProviderCultureResult(
                    Languages.Culture(chosen).Name,
                    Languages.Resources(chosen).Name
                )
                : null
        );
    }

    /// <summary>An error page stands in for the page that was asked, and is answered in the language asked with it.</summary>
    private static Language? InAddress(HttpContext context) =>
        Parse(context.Request.Query[Languages.Parameter])
        ?? Parse(
            QueryHelpers
                .ParseQuery(
                    context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString
                )
                .GetValueOrDefault(Languages.Parameter)
        );

    private static Language? InCookie(HttpRequest request) =>
        Parse(request.Cookies[Languages.Cookie]);

    private static Language? Parse(string? code) =>
        Codes.TryParse<Language>(code, out var language) ? language : null;

    private static void Remember(HttpContext context, Language language)
    {
        var code = Codes.Of(language);
        if (
            string.Equals(context.Request.Cookies[Languages.Cookie], code, StringComparison.Ordinal)
        )
        {
            return;
        }
        context.Response.Cookies.Append(
            Languages.Cookie,
            code,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
    }
}
