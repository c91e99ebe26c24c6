using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Tracker.Data;
using Tracker.Data.Access;
using Tracker.Web.Setup;

namespace Tracker.Web.Accounts;

/// <summary>Sign-in by cookie over ASP.NET Core Identity.</summary>
internal static class AccountServices
{
    /// <summary>Whoever carries it is, or was, signed in.</summary>
    public const string Cookie = "tracker-session";

    /// <summary>So long a cookie is believed before the account is looked at again.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                cookie =>
                {
                    cookie.LoginPath = "/account/login";
                    cookie.AccessDeniedPath = "/error/403";
                    cookie.ReturnUrlParameter = "returnUrl";
                    cookie.Cookie.Name = Cookie;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                    cookie.SlidingExpiration = true;
                    cookie.Events.OnValidatePrincipal = ValidateAsync;
                }
            );
        services
            .AddTrackerAccounts(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 10;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<ActorClaims>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = Trust);
        services.AddScoped<DemonstrationAccounts>();
        services.AddScoped<AdminAccounts>();
        services.AddSingleton<SignInLimit>();
        return services;
    }

    /// <summary>The same database may have served a trial before: its accounts' cookies end with the trial.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var settings = context.HttpContext.RequestServices.GetRequiredService<TrackerSettings>();
        if (
            !settings.DemoEnabled
            && context.Principal?.HasClaim(c => c.Type == ActorClaims.DemonstrationClaim) == true
        )
        {
            context.RejectPrincipal();
            return;
        }
        // A young cookie needs nothing that looks at accounts; and what does is put down at once: the request of a
        // circuit lasts as long as its page is open, and would keep a database context all the while.
        var now = context
            .HttpContext.RequestServices.GetRequiredService<TimeProvider>()
            .GetUtcNow();
        if (context.Properties.IssuedUtc is { } issued && now - issued <= Trust)
        {
            return;
        }
        await using var scope = context.HttpContext.RequestServices.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<ISecurityStampValidator>()
            .ValidateAsync(context);
    }
}
