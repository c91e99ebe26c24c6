using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;
using Tracker.Web.Layout;
using Tracker.Web.Text;

namespace Tracker.Web.Setup;

/// <summary>
/// Quality 5 is where Brotli first looks for what repeats over the whole page: a sixth less than the fastest takes, for two
/// milliseconds more of processor time; the best takes a fifth of a second.
/// </summary>
internal sealed class PageCompression : ICompressionProvider
{
    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) =>
        new BrotliStream(
            outputStream,
            new BrotliCompressionOptions { Quality = 5 },
            leaveOpen: true
        );
}

public static class ShellServices
{
    /// <summary>Half of the token that guards forms.</summary>
    internal const string FormCookie = "tracker-form";

    /// <summary>Frame, words, components and what protects every answer. Accounts and data come from elsewhere.</summary>
    public static WebApplicationBuilder AddTrackerShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = LongAddress.ReadByServer;
        });
        builder.Services.AddTrackerShell(builder.Configuration);
        return builder;
    }

    public static IServiceCollection AddTrackerShell(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddTrackerText().AddReaderCulture(configuration);
        services.AddSingleton<PageStyle>();
        services.TryAddScoped(provider => new FrameState
        {
            Demonstration = provider
                .GetRequiredService<IConfiguration>()
                .GetValue<bool>("Tracker:Demo:Enabled"),
        });
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(Limits.OfCircuits)
            .AddHubOptions(Limits.OfHub);
        services.AddLimits(configuration);
        // French is written with its accents: five letters for each é would be sent otherwise, and packed away again.
        services.Configure<WebEncoderOptions>(o =>
            o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddMudServices();
        services.AddTransient<MudLocalizer, MudWords>();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddExceptionHandler<Failures>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = FormCookie;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services.AddCompressedPages();
    }

    /// <summary>Files are compressed at build; pages carry a fresh token in each answer, so they may be compressed too.</summary>
    private static IServiceCollection AddCompressedPages(this IServiceCollection services) =>
        services
            .AddResponseCompression(pages =>
            {
                pages.EnableForHttps = true;
                pages.MimeTypes = ["text/html"];
                pages.Providers.Add<PageCompression>();
                pages.Providers.Add<GzipCompressionProvider>();
            })
            .Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
}
