using Microsoft.AspNetCore.Components.Authorization;
using Tracker.Core;
using Tracker.Core.Access;

namespace Tracker.Web.Access;

/// <summary>
/// Who reads this page. Asked of the database once a page; an open circuit asks again after a while, and every command
/// asks for itself.
/// </summary>
public sealed class CurrentActor(
    AuthenticationStateProvider signedIn,
    Actors actors,
    ProgrammeClock clock
)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(20);

    private Actor? _known;
    private DateTime _asked;

    public async Task<Actor> GetAsync(CancellationToken cancellation = default)
    {
        if (_known is { } known && clock.Now - _asked < Trust)
        {
            return known;
        }
        var state = await signedIn.GetAuthenticationStateAsync();
        _known = await actors.OfAsync(state.User, cancellation);
        _asked = clock.Now;
        return _known;
    }
}
