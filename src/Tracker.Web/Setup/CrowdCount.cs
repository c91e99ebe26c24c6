using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Tracker.Web.Setup;

/// <summary>Tells the <see cref="Crowd"/> of one circuit, from its start until the server lets it go.</summary>
internal sealed class CrowdCount(Crowd crowd, AuthenticationStateProvider signedIn) : CircuitHandler
{
    private string? _person;

    public override async Task OnCircuitOpenedAsync(
        Circuit circuit,
        CancellationToken cancellationToken
    )
    {
        var person = Crowd.PersonOf((await signedIn.GetAuthenticationStateAsync()).User);
        crowd.Opened(person);
        _person = person;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_person is { } person)
        {
            crowd.Closed(person);
            _person = null;
        }
        return Task.CompletedTask;
    }
}
