using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Milestones;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Milestones;

/// <summary>
/// Intermediate results with dates of their own. A milestone is changed on the recommendation it was set for, by those
/// who may set one there, whatever else it serves.
/// </summary>
public sealed class MilestoneCommands
{
    private readonly Store _store;

    internal MilestoneCommands(Store store) => _store = store;

    /// <summary>Sets a milestone; it may serve further recommendations on which the actor may set one too.</summary>
    /// <param name="commandId">The id the form was given: posted again it takes effect once.</param>
    public Task<Outcome> AddAsync(
        Actor actor,
        string code,
        MilestoneEntry entry,
        Language language,
        Guid? commandId,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationOnceAsync(
            actor,
            Deed.SetMilestone,
            CommandStamp.Of(
                commandId,
                nameof(AddAsync),
                code,
                entry.Title,
                entry.DueDate,
                string.Join(' ', entry.Serves)
            ),
            code,
            (_, _) => Deed.SetMilestone,
            (write, item, token) => AddAsync(write, item, entry, language, token),
            cancellation
        );

    /// <summary>Moves its date, with a reason; the old date is kept beside it.</summary>
    public Task<Outcome> MoveAsync(
        Actor actor,
        string code,
        Guid milestone,
        long version,
        DateOnly? day,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            milestone,
            version,
            found => found.DueDate == day,
            found => new Conflicts().Beside("due_date", day, found.DueDate),
            (write, item, found) =>
            {
                var ended = item.Workshop!.EndsOn;
                var faults = MilestoneRules.CheckMove(found.DueDate, day, reason, ended);
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                write.Context.Add(
                    new MilestoneMove
                    {
                        MilestoneId = found.Id,
                        From = found.DueDate,
                        To = day!.Value,
                        Reason = reason!.Trim(),
                        At = write.Now,
                    }
                );
                found.DueDate = day.Value;
                write.Because("milestone", item.Code, reason);
                return new Outcome.Done(item.Code);
            },
            cancellation
        );

    /// <summary>It is there: on a day that has come.</summary>
    public Task<Outcome> ReachAsync(
        Actor actor,
        string code,
        Guid milestone,
        long version,
        DateOnly? day,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            milestone,
            version,
            found => found.ReachedOn is not null && found.ReachedOn == day,
            found => new Conflicts().Beside("reached_on", day, found.ReachedOn),
            (write, item, found) =>
            {
                var ended = item.Workshop!.EndsOn;
                var faults = MilestoneRules.CheckReached(day, ended, write.Today);
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                (found.ReachedOn, found.DroppedBecause) = (day, null);
                return new Outcome.Done(item.Code);
            },
            cancellation
        );

    /// <summary>Gives it up, with a reason that stays beside it.</summary>
    public Task<Outcome> DropAsync(
        Actor actor,
        string code,
        Guid milestone,
        long version,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            milestone,
            version,
            found => found.DroppedBecause is not null && found.DroppedBecause == reason?.Trim(),
            found =>
                new Conflicts().Beside("dropped_because", reason?.Trim(), found.DroppedBecause),
            (_, item, found) =>
            {
                var faults = MilestoneRules.CheckReason(reason);
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                (found.ReachedOn, found.DroppedBecause) = (null, reason!.Trim());
                return new Outcome.Done(item.Code);
            },
            cancellation
        );

    /// <summary>Neither reached nor given up after all: it is expected again.</summary>
    public Task<Outcome> ExpectAsync(
        Actor actor,
        string code,
        Guid milestone,
        long version,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            milestone,
            version,
            found => found.ReachedOn is null && found.DroppedBecause is null,
            found =>
                new Conflicts()
                    .Beside("reached_on", null, found.ReachedOn)
                    .Beside("dropped_because", null, found.DroppedBecause),
            (_, item, found) =>
            {
                (found.ReachedOn, found.DroppedBecause) = (null, null);
                return new Outcome.Done(item.Code);
            },
            cancellation
        );

    /// <summary>Makes the further recommendations it serves those of <paramref name="serves"/>.</summary>
    public Task<Outcome> ServeAsync(
        Actor actor,
        string code,
        Guid milestone,
        long version,
        IReadOnlyList<string> serves,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.SetMilestone,
            code,
            async (write, item, token) =>
            {
                if (await FindAsync(write, item, milestone, token) is not { } found)
                {
                    return new Outcome.NotFound();
                }
                if (found.Version != version)
                {
                    return new Outcome.Conflict(found.Version, []);
                }
                var end = await MilestoneLinks.SetAsync(write, item, found, serves, token);
                if (end is null)
                {
                    // The links alone changed: a form opened before must notice.
                    write.Context.Entry(found).State = EntityState.Modified;
                }
                return end ?? new Outcome.Done(item.Code);
            },
            cancellation
        );

    private static async Task<Outcome> AddAsync(
        Write write,
        Recommendation item,
        MilestoneEntry entry,
        Language language,
        CancellationToken cancellation
    )
    {
        var faults = MilestoneRules.Check(entry, item.Workshop!.EndsOn);
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        var milestone = new Milestone
        {
            RecommendationId = item.Id,
            Recommendation = item,
            Title = entry.Title!.Trim(),
            Language = language,
            DueDate = entry.DueDate!.Value,
        };
        if (
            await MilestoneLinks.SetAsync(write, item, milestone, entry.Serves, cancellation) is
            { } end
        )
        {
            return end;
        }
        write.Context.Add(milestone);
        return new Outcome.Done(item.Code);
    }

    /// <param name="isDone">Already as asked: a second post of the same form is answered as the first.</param>
    private Task<Outcome> ChangeAsync(
        Actor actor,
        string code,
        Guid milestone,
        long version,
        Func<Milestone, bool> isDone,
        Func<Milestone, Conflicts> beside,
        Func<Write, Recommendation, Milestone, Outcome> change,
        CancellationToken cancellation
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.SetMilestone,
            code,
            async (write, item, token) =>
            {
                if (await FindAsync(write, item, milestone, token) is not { } found)
                {
                    return new Outcome.NotFound();
                }
                if (isDone(found))
                {
                    return new Outcome.Done(item.Code);
                }
                if (found.Version != version)
                {
                    return beside(found).At(found.Version);
                }
                var end = change(write, item, found);
                if (end is Outcome.Done)
                {
                    // The history tells of a recommendation; which of its milestones is meant is said beside the change.
                    write.Tell([new("milestone", item.Code, "title", null, found.Title)]);
                }
                return end;
            },
            cancellation
        );

    private static Task<Milestone?> FindAsync(
        Write write,
        Recommendation item,
        Guid milestone,
        CancellationToken cancellation
    ) =>
        write
            .Context.Milestones.Include(m => m.Serves)
                .ThenInclude(l => l.Recommendation)
            .SingleOrDefaultAsync(
                m => m.Id == milestone && m.RecommendationId == item.Id,
                cancellation
            );
}
