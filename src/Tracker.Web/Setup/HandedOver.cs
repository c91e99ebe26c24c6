using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Tracker.Web.Setup;

/// <summary>
/// What pages hand to their circuits, for as long as a circuit takes to come over a slow line. It waits on the server: in the
/// page it would travel down with the rows and up again before the first live click.
/// </summary>
/// <remarks>
/// What is no longer here, because many others came or the program started anew, the circuit asks for once more.
/// </remarks>
internal sealed class HandedOver(TimeProvider time)
{
    public const int Most = 64;

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, (object What, long At)> _waiting = [];
    private readonly ConcurrentQueue<Guid> _order = [];

    /// <returns>The ticket by which it is taken; it travels encrypted.</returns>
    public Guid Leave(object what)
    {
        var ticket = Guid.CreateVersion7();
        _waiting[ticket] = (what, time.GetTimestamp());
        _order.Enqueue(ticket);
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _waiting.TryRemove(oldest, out _);
        }
        return ticket;
    }

    /// <summary>Once; null for what is not here, or was left too long ago to be shown as it stands.</summary>
    public object? Take(Guid ticket) =>
        _waiting.TryRemove(ticket, out var left) && time.GetElapsedTime(left.At) <= Longest
            ? left.What
            : null;
}

/// <summary>The ticket in the place of a <typeparamref name="T"/>, which must be immutable: its page still shows it.</summary>
internal sealed class HandedOver<T>(HandedOver waiting) : PersistentComponentStateSerializer<T>
    where T : class
{
    public override void Persist(T value, IBufferWriter<byte> writer) =>
        writer.Write(waiting.Leave(value).ToByteArray());

    public override T Restore(ReadOnlySequence<byte> data) =>
        (waiting.Take(new Guid(data.ToArray())) as T)!;
}
