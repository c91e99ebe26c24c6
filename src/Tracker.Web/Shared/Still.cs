using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Tracker.Web.Shared;

/// <summary>
/// Draws a component as one piece of markup. A circuit sends each element and each attribute as a frame of its own, which for
/// many small cells weighs several times what they say; a piece is one frame, and packs as well as the page itself. It is
/// for what only shows: handlers are not heard, and what stands in it is replaced as a whole.
/// </summary>
public sealed class Still(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Everything inside must be drawn without waiting, since what waits is left out.</summary>
    public async Task<string> DrawAsync<T>(IDictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(() =>
            renderer
                .BeginRenderingComponent<T>(ParameterView.FromDictionary(parameters))
                .ToHtmlString()
        );
    }
}
