using System.Security.Claims;
using Tracker.Web.Layout;

namespace Tracker.Web.Setup;

/// <summary>
/// How many circuits are open, and whose. A page that comes when there are too many is answered whole and static: it
/// works by its links and forms, and says why nothing in it is live.
/// </summary>
/// <param name="most">Circuits open at once, those of a line that was just cut included.</param>
public sealed class Crowd(int most)
{
    public const string Key = "Tracker:Circuits";

    /// <summary>Each keeps about half a megabyte.</summary>
    public const int Usual = 1000;

    /// <summary>So many closed since it was last said are worth being said.</summary>
    private const int Many = 50;

    private static readonly object Decided = new();

    private readonly Lock _door = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _all;
    private int _closed;
    private int _sockets;

    /// <summary>Many circuits were open, and the last of them has closed.</summary>
    internal event EventHandler? HasLeft;

    /// <summary>No page is live.</summary>
    internal bool IsGone => Volatile.Read(ref _all) == 0;

    /// <summary>Nobody takes the places of everybody else.</summary>
    private int MostOfOne => Math.Max(1, most / 2);

    /// <summary>Pages are refused a circuit before sockets are: a line that was cut must find its way back.</summary>
    private int MostSockets => most + (most / 4) + 1;

    /// <summary>Whether the page of this request may open a circuit; where it may not, the page knows why.</summary>
    public bool Admits(HttpContext http)
    {
        Presence presence;
        lock (_door)
        {
            presence =
                _all >= most ? Presence.Crowded
                : _open.GetValueOrDefault(PersonOf(http.User)) >= MostOfOne ? Presence.ManyPages
                : Presence.Live;
        }
        http.Items[Decided] = presence;
        return presence == Presence.Live;
    }

    /// <summary>What was decided for the page of this request; live in a circuit, where there is none.</summary>
    public static Presence PresenceOf(HttpContext? http) =>
        http?.Items[Decided] as Presence? ?? Presence.Live;

    internal static string PersonOf(ClaimsPrincipal reader) =>
        reader.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    internal void Opened(string person)
    {
        lock (_door)
        {
            _all++;
            _open[person] = _open.GetValueOrDefault(person) + 1;
        }
    }

    internal void Closed(string person)
    {
        bool left;
        lock (_door)
        {
            _all--;
            if (--_open[person] == 0)
            {
                _open.Remove(person);
            }
            left = ++_closed >= Many && _all == 0;
            _closed = left ? 0 : _closed;
        }
        if (left)
        {
            HasLeft?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Pages already handed out may bring more circuits than there are places: here it ends.</summary>
    internal bool IsOverrun => Volatile.Read(ref _sockets) >= MostSockets;

    internal async Task CountSocketAsync(Func<Task> served)
    {
        Interlocked.Increment(ref _sockets);
        try
        {
            await served();
        }
        finally
        {
            Interlocked.Decrement(ref _sockets);
        }
    }
}
