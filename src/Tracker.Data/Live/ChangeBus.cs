using System.Collections.Concurrent;

namespace Tracker.Data.Live;

/// <summary>
/// Tells open pages of this process that something was committed. It carries ids only: whoever listens asks again, with
/// their own rights.
/// </summary>
public sealed class ChangeBus
{
    private readonly ConcurrentDictionary<Guid, Action<Change>> _listeners = [];
    private long _told;

    /// <summary>The end of the history as it was last told.</summary>
    public long Told => Volatile.Read(ref _told);

    public bool HasListeners => !_listeners.IsEmpty;

    /// <summary>Hears every change until it is disposed. What it does must be quick and must not throw.</summary>
    public IDisposable Listen(Action<Change> heard)
    {
        var id = Guid.CreateVersion7();
        _listeners[id] = heard;
        return new Listener(() => _listeners.TryRemove(id, out _));
    }

    /// <summary>Tells of a change, once for each end of the history.</summary>
    public void Tell(Change change)
    {
        if (Advance(change.Sequence))
        {
            foreach (var heard in _listeners.Values)
            {
                heard(change);
            }
        }
    }

    private bool Advance(long sequence)
    {
        var told = Volatile.Read(ref _told);
        while (sequence > told)
        {
            var seen = Interlocked.CompareExchange(ref _told, sequence, told);
            if (seen == told)
            {
                return true;
            }
            told = seen;
        }
        return false;
    }

    private sealed class Listener(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}

/// <param name="Sequence">The end of the history after it.</param>
/// <param name="ActorId">Who made it; empty where another process did.</param>
/// <param name="Codes">What it touched; empty where that is not known.</param>
public sealed record Change(long Sequence, Guid ActorId, IReadOnlyCollection<string> Codes);
