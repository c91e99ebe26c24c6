using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>Who answers for a recommendation, and by when.</summary>
public sealed class OwnerCommands
{
    private readonly Store _store;

    internal OwnerCommands(Store store) => _store = store;

    /// <summary>
    /// Confirms or assigns the lead and sets the supporting organisations. A new lead puts the answer back under
    /// consideration: the one before answered for itself.
    /// </summary>
    public Task<Outcome> AssignAsync(
        Actor actor,
        string code,
        long version,
        OwnerChange change,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.AssignOwner,
            code,
            (write, item, token) => AssignAsync(write, item, version, change, token),
            cancellation
        );

    /// <summary>
    /// Sets, moves or takes away the due date. Moving needs a reason; the old date stays in the history. A date takes the
    /// place of a frequency, and no date takes either away.
    /// </summary>
    public Task<Outcome> SetDueDateAsync(
        Actor actor,
        string code,
        long version,
        DateOnly? dueDate,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.SetDueDate,
            code,
            (write, item, token) =>
                SetTermAsync(write, item, version, new Term(dueDate, null), reason, token),
            cancellation
        );

    /// <summary>
    /// Makes it a recurring commitment: a frequency takes the place of the due date, with a reason where there was one or
    /// the other. Then no flag counts from a date, and only silence is noticed.
    /// </summary>
    public Task<Outcome> SetFrequencyAsync(
        Actor actor,
        string code,
        long version,
        Frequency frequency,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        _store.ChangeRecommendationAsync(
            actor,
            Deed.SetDueDate,
            code,
            (write, item, token) =>
                SetTermAsync(write, item, version, new Term(null, frequency), reason, token),
            cancellation
        );

    /// <summary>
    /// Gives many recommendations one lead, or confirms the one proposed for each. Supporting organisations stay; the
    /// new lead leaves their number.
    /// </summary>
    /// <param name="lead">Null confirms whoever is proposed.</param>
    public Task<SeveralOutcome> AssignSeveralAsync(
        Actor actor,
        IReadOnlyList<ChosenRow> rows,
        string? lead,
        CancellationToken cancellation = default
    )
    {
        var versions = rows.ToVersions();
        return _store.ChangeSeveralAsync(
            actor,
            Deed.AssignOwner,
            versions.Keys,
            (write, item, token) =>
                lead is null && item.LeadCode is null
                    ? Task.FromResult<Outcome>(new Outcome.Refused(Refusal.NoLead))
                    : AssignAsync(
                        write,
                        item,
                        versions[item.Code],
                        new OwnerChange(
                            lead ?? item.LeadCode,
                            [.. Current(item).Where(c => c != (lead ?? item.LeadCode))]
                        ),
                        token
                    ),
            cancellation
        );
    }

    /// <summary>Gives many recommendations one due date, with one reason for those that had another.</summary>
    public Task<SeveralOutcome> SetSeveralDueDatesAsync(
        Actor actor,
        IReadOnlyList<ChosenRow> rows,
        DateOnly? dueDate,
        string? reason,
        CancellationToken cancellation = default
    )
    {
        var versions = rows.ToVersions();
        return _store.ChangeSeveralAsync(
            actor,
            Deed.SetDueDate,
            versions.Keys,
            (write, item, token) =>
                SetTermAsync(
                    write,
                    item,
                    versions[item.Code],
                    new Term(dueDate, null),
                    reason,
                    token
                ),
            cancellation
        );
    }

    internal static async Task<Outcome> AssignAsync(
        Write write,
        Recommendation item,
        long version,
        OwnerChange change,
        CancellationToken cancellation
    )
    {
        if (item.Version != version)
        {
            var since = await ChangesSince.ReadAsync(write, item, version, cancellation);
            if (since.IsUntouched("lead_code", change.Lead))
            {
                change = change with { Lead = item.LeadCode };
            }
            if (since.Among(Beside(change, item), item.Version) is { } conflict)
            {
                return conflict;
            }
        }
        var faults = await FaultsAsync(write.Context, change, cancellation);
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        item.Assign(change.Lead);
        item.Supporting.Set(
            write.Context,
            change.Supporting,
            write.Today,
            organisation => new RecommendationSupport
            {
                RecommendationId = item.Id,
                Recommendation = item,
                OrganisationCode = organisation,
                From = write.Today,
            }
        );
        item.ChangedAt = write.Now;
        return new Outcome.Done(item.Code);
    }

    internal static async Task<Outcome> SetTermAsync(
        Write write,
        Recommendation item,
        long version,
        Term term,
        string? reason,
        CancellationToken cancellation
    )
    {
        if (item.Version != version)
        {
            var since = await ChangesSince.ReadAsync(write, item, version, cancellation);
            var beside = new Conflicts()
                .Beside("due_date", term.DueDate, item.DueDate)
                .Beside("frequency", Spell(term.Frequency), Spell(item.Frequency));
            if (since.Among(beside, item.Version) is { } conflict)
            {
                return conflict;
            }
        }
        var old = new Term(item.DueDate, item.Frequency);
        var faults = DueDateRules.Check(old, term, reason, item.Workshop!.EndsOn);
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }
        if (old != term)
        {
            (item.DueDate, item.Frequency) = (term.DueDate, term.Frequency);
            item.ChangedAt = write.Now;
            write.Because("recommendation", item.Code, reason);
        }
        return new Outcome.Done(item.Code);
    }

    private static async Task<IReadOnlyList<FieldFault>> FaultsAsync(
        TrackerContext context,
        OwnerChange change,
        CancellationToken cancellation
    )
    {
        var faults = change.Check().ToList();
        if (
            await EntryChecks.LeadFaultAsync(context, "Lead", change.Lead, cancellation) is
            { } fault
        )
        {
            faults.Add(fault);
        }
        var known = await context
            .Organisations.Where(o => change.Supporting.Contains(o.Code))
            .Select(o => o.Code)
            .ToListAsync(cancellation);
        faults.AddRange(EntryChecks.Missing("Supporting", change.Supporting, known));
        return faults;
    }

    private static string? Spell(Frequency? frequency) =>
        frequency is { } known ? Codes.Of(known) : null;

    private static Conflicts Beside(OwnerChange change, Recommendation item) =>
        new Conflicts()
            .Beside("lead_code", change.Lead, item.LeadCode)
            .Beside("supporting_organisation", change.Supporting, Current(item));

    private static IEnumerable<string> Current(Recommendation item) =>
        item.Supporting.Where(s => s.To is null).Select(s => s.OrganisationCode);
}
