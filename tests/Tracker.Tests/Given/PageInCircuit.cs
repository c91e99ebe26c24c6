using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using MudBlazor.Services;
using Tracker.Core.Words;
using Tracker.Web.Layout;
using Tracker.Web.Recommendations;
using Tracker.Web.Setup;
using Tracker.Web.Text;

namespace Tracker.Tests.Given;

/// <summary>
/// A page over the data of a running program, rendered once. It hands its state over as the framework does: the first
/// response writes it, the circuit's first render reads it.
/// </summary>
public sealed class PageInCircuit : BunitContext
{
    public PageInCircuit(WebHost host, Guid account)
    {
        Services.AddTracker(host.Of<TrackerSettings>());
        Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(host.Time));
        Services.AddScoped(_ => new ReaderLanguage(Language.Fr));
        Services.AddTrackerText();
        Services.AddMudServices();
        Services.AddScoped<FilterWords>();
        Services.AddScoped<ComponentStatePersistenceManager>();
        Services.AddScoped(s => s.GetRequiredService<ComponentStatePersistenceManager>().State);
        Services.AddSupplyValueFromPersistentComponentStateProvider();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var reader = this.AddAuthorization();
        reader.SetAuthorized("reader");
        reader.SetClaims(new Claim(ClaimTypes.NameIdentifier, account.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private ComponentStatePersistenceManager Manager =>
        Services.GetRequiredService<ComponentStatePersistenceManager>();

    public async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(
        string address,
        HandedState? state = null,
        Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null
    )
        where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        if (state is not null)
        {
            await Manager.RestoreStateAsync(state, RestoreContext.InitialValue);
        }
        var page = Render(parameters ?? (_ => { }));
        await page.WaitForStateAsync(() => page.FindAll("h1").Count == 1);
        return page;
    }

    public async Task<HandedState> HandOverAsync()
    {
        var state = new HandedState();
        await Renderer.Dispatcher.InvokeAsync(() => Manager.PersistStateAsync(state, Renderer));
        return state;
    }
}

/// <summary>What travels from the first response to the circuit.</summary>
public sealed class HandedState : IPersistentComponentStateStore
{
    private Dictionary<string, byte[]> _values = [];

    /// <summary>As after a new start of the program: the tickets are for things it does not hold.</summary>
    public void LoseWhatWaits()
    {
        var ticket = Guid.CreateVersion7().ToByteArray();
        _values = _values.ToDictionary(
            v => v.Key,
            v => v.Value.Length == ticket.Length ? ticket : v.Value
        );
    }

    public int Size => _values.Sum(v => v.Value.Length);

    /// <summary>A copy: a value is taken out when it is restored.</summary>
    public Task<IDictionary<string, byte[]>> GetPersistedStateAsync() =>
        Task.FromResult<IDictionary<string, byte[]>>(new Dictionary<string, byte[]>(_values));

    public Task PersistStateAsync(IReadOnlyDictionary<string, byte[]> state)
    {
        _values = new Dictionary<string, byte[]>(state);
        return Task.CompletedTask;
    }

    public bool SupportsRenderMode(IComponentRenderMode renderMode) => true;
}
