using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Data.Import;

namespace Tracker.Tests.Given;

/// <summary>Sample files on their way into a tracker.</summary>
internal static class Importing
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ImportPreview> UnderstoodAsync(
        this TestTracker tracker,
        Actor actor,
        string name,
        ImportAnswers answers
    ) =>
        ImportSamples.Understood(
            await ImportSamples.ReadAsync(name),
            await tracker.Of<ImportQueries>().ListsAsync(actor, Cancellation),
            answers
        );

    public static async Task<Outcome> ApplyAsync(
        this TestTracker tracker,
        Actor actor,
        string name,
        ImportPreview seen,
        ImportAnswers answers
    )
    {
        var file = await ImportSamples.ReadAsync(name);
        return await tracker
            .Of<ImportCommands>()
            .ApplyAsync(
                actor,
                seen,
                ImportSamples.Bytes(name),
                lists => ImportSamples.Understood(file, lists, answers),
                Cancellation
            );
    }
}
