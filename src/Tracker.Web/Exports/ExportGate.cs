namespace Tracker.Web.Exports;

/// <summary>
/// Long downloads wait their turn, so that those who read pages meanwhile keep half of the machine. Whoever would wait too
/// long is asked to come back.
/// </summary>
internal sealed class ExportGate : IDisposable
{
    /// <summary>Written at once.</summary>
    public const int AtOnce = 2;

    public const string RetryAfterSeconds = "30";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);

    /// <summary>The turn, to be given back; null where it did not come.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellation) =>
        await _turns.WaitAsync(Patience, cancellation) ? new Turn(_turns) : null;

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
