using Tracker.Core.Words;

namespace Tracker.Web.Setup;

/// <summary>Waits for a database server that starts beside the program, as it does in compose, but not for ever.</summary>
internal sealed partial class DatabaseWait(TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Tries until it succeeds, with longer and longer pauses. What waiting does not mend is thrown at once.</summary>
    public async Task<T> UntilItAnswersAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken cancellation
    )
    {
        var start = time.GetTimestamp();
        var pause = TimeSpan.FromSeconds(1);
        while (true)
        {
            try
            {
                return await attempt(cancellation);
            }
            catch (Exception problem)
                when (DatabaseFaults.Of(problem) is { } fault
                    && DatabaseFaults.Passes(fault)
                    && time.GetElapsedTime(start) + pause < Patience
                )
            {
                Waiting(
                    logger,
                    DatabaseFaults.Sentence(fault),
                    Codes.Of(fault),
                    (int)pause.TotalSeconds
                );
            }
            await Task.Delay(pause, time, cancellation);
            pause = pause + pause > LongestPause ? LongestPause : pause + pause;
        }
    }

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "Not ready yet: {Sentence} ({Code}). Next try in {Seconds} s."
    )]
    private static partial void Waiting(ILogger logger, string sentence, string code, int seconds);
}
