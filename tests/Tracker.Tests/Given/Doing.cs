using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Evidence;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>Deeds of people, and states set without a command where no command leads there yet.</summary>
internal static class Doing
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Puts recommendations into a state, through the store, so that periods and history stay whole.</summary>
    public static async Task StateAsync(
        this TestTracker tracker,
        Action<Recommendation> state,
        params string[] codes
    )
    {
        var outcome = await tracker
            .Of<Store>()
            .WriteAsync(
                Actor.Worker,
                Deed.CorrectRecommendation,
                async (write, token) =>
                {
                    var items = await write
                        .Context.Recommendations.Where(r =>
                            codes.Length == 0 || codes.Contains(r.Code)
                        )
                        .OrderBy(r => r.Code)
                        .ToListAsync(token);
                    items.ForEach(state);
                    return new Outcome.Done("");
                },
                Cancellation
            );
        Assert.IsType<Outcome.Done>(outcome);
    }

    /// <summary>A link among the evidence of a recommendation, as its lead would have attached it.</summary>
    public static async Task ShowAsync(this TestTracker tracker, string code) =>
        Ends.Done(
            await tracker
                .Of<Store>()
                .WriteAsync(
                    Actor.Worker,
                    Deed.AttachEvidence,
                    async (write, token) =>
                    {
                        var item = await write.Context.Recommendations.SingleAsync(
                            r => r.Code == code,
                            token
                        );
                        var id = Guid.CreateVersion7();
                        write.Context.Add(
                            new EvidenceItem
                            {
                                Id = id,
                                PieceId = id,
                                RecommendationId = item.Id,
                                Recommendation = item,
                                Kind = EvidenceKind.Report,
                                Title = "Rapport publié",
                                Address = "https://exemple.example/rapport",
                                OrganisationCode = item.LeadCode!,
                                At = write.Now,
                            }
                        );
                        return new Outcome.Done("");
                    },
                    Cancellation
                )
        );

    public static async Task<Outcome> ChangeAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        StatusChange change,
        long? version = null
    ) =>
        await tracker
            .Of<StatusCommands>()
            .ChangeAsync(
                actor,
                code,
                version ?? await tracker.VersionAsync(code),
                change,
                Language.Fr,
                Cancellation
            );

    public static async Task<Outcome> AnswerAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        Acceptance to,
        string? reason = null,
        long? version = null
    ) =>
        await tracker
            .Of<AnswerCommands>()
            .AnswerAsync(
                actor,
                code,
                version ?? await tracker.VersionAsync(code),
                to,
                reason,
                Cancellation
            );

    public static async Task<Outcome> PostAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        UpdateEntry entry,
        Guid? command = null,
        long? version = null
    ) =>
        await tracker
            .Of<UpdateCommands>()
            .PostAsync(
                actor,
                code,
                version ?? await tracker.VersionAsync(code),
                entry,
                Language.Fr,
                command,
                Cancellation
            );

    public static async Task<Outcome> AssignAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        string? lead,
        params string[] supporting
    ) =>
        await tracker
            .Of<OwnerCommands>()
            .AssignAsync(
                actor,
                code,
                await tracker.VersionAsync(code),
                new OwnerChange(lead, supporting),
                Cancellation
            );

    public static async Task<Outcome> DueAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        DateOnly? day,
        string? reason = null,
        long? version = null
    ) =>
        await tracker
            .Of<OwnerCommands>()
            .SetDueDateAsync(
                actor,
                code,
                version ?? await tracker.VersionAsync(code),
                day,
                reason,
                Cancellation
            );

    public static Task<Outcome> EnterAsync(
        this TestTracker tracker,
        Actor actor,
        RecommendationEntry entry
    ) => tracker.Of<RecommendationCommands>().EnterAsync(actor, entry, Cancellation);

    public static async Task<Outcome> CorrectAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        RecommendationEntry entry,
        long? version = null
    ) =>
        await tracker
            .Of<RecommendationCommands>()
            .CorrectAsync(
                actor,
                code,
                version ?? await tracker.VersionAsync(code),
                entry,
                Cancellation
            );

    public static async Task<Outcome> PublishAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        long? version = null
    ) =>
        await tracker
            .Of<RecommendationCommands>()
            .PublishAsync(actor, code, version ?? await tracker.VersionAsync(code), Cancellation);

    public static async Task<Outcome> ArchiveAsync(
        this TestTracker tracker,
        Actor actor,
        string code,
        string? reason,
        long? version = null
    ) =>
        await tracker
            .Of<RecommendationCommands>()
            .ArchiveAsync(
                actor,
                code,
                version ?? await tracker.VersionAsync(code),
                reason,
                Cancellation
            );
}
