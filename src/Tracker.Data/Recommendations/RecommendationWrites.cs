using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>How every change of one recommendation begins: what the actor may see, then what the actor may do.</summary>
internal static class RecommendationWrites
{
    public static Task<Outcome> ChangeRecommendationAsync(
        this Store store,
        Actor actor,
        Deed deed,
        string code,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    ) =>
        store.WriteAsync(
            actor,
            deed,
            (write, token) => ChangeAsync(write, code, _ => deed, change, token),
            cancellation
        );

    /// <summary>The same, once for each id of a form.</summary>
    /// <param name="refined">Which deed it is, where only the row tells.</param>
    public static Task<Outcome> ChangeRecommendationOnceAsync(
        this Store store,
        Actor actor,
        Deed deed,
        CommandStamp? command,
        string code,
        Func<Write, Recommendation, Deed> refined,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    ) =>
        store.WriteOnceAsync(
            actor,
            deed,
            command,
            (write, token) => ChangeAsync(write, code, item => refined(write, item), change, token),
            cancellation
        );

    private static async Task<Outcome> ChangeAsync(
        Write write,
        string code,
        Func<Recommendation, Deed> deed,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    )
    {
        var item = await write.Loaded().SingleOrDefaultAsync(r => r.Code == code, cancellation);
        if (item is null)
        {
            return new Outcome.NotFound();
        }
        write.Deed = deed(item);
        var facts = await FreshFacts.OfAsync(write.Context, item, cancellation);
        return AccessRules.On(write.Actor, write.Deed, facts) is { } refusal
            ? new Outcome.Refused(refusal)
            : await change(write, item, cancellation);
    }

    /// <summary>
    /// One deed on many, each judged by itself in one transaction: those done are saved together, the others are named
    /// with their reason and left as they were. <paramref name="change"/> changes nothing where it does not end as done.
    /// </summary>
    public static async Task<SeveralOutcome> ChangeSeveralAsync(
        this Store store,
        Actor actor,
        Deed deed,
        IReadOnlyCollection<string> codes,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    )
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (Unfit(wanted.Count) is { } fault)
        {
            return SeveralOutcome.None(new Outcome.Invalid([fault]));
        }
        var ends = new List<RowEnd>();
        var noneDone = false;
        var outcome = await store.WriteAsync(
            actor,
            deed,
            async (write, token) =>
            {
                // The work may run again after a lost connection: it begins anew.
                ends.Clear();
                var items = await LoadAsync(write, wanted, token);
                foreach (var code in wanted)
                {
                    var end = await EndOfAsync(write, deed, items, code, change, token);
                    if (SeveralRules.ConcernsAll(end))
                    {
                        return end;
                    }
                    ends.Add(new(code, end));
                }
                // A deed that none of them allowed leaves no trace, not even its author's name.
                noneDone = !ends.Exists(e => e.Outcome is Outcome.Done);
                return noneDone ? new Outcome.NotFound() : new Outcome.Done("");
            },
            cancellation
        );
        return outcome is Outcome.Done || noneDone
            ? new SeveralOutcome(ends)
            : SeveralOutcome.None(outcome);
    }

    /// <summary>The version shown of each chosen row; the first where one was sent twice.</summary>
    public static Dictionary<string, long> ToVersions(this IEnumerable<ChosenRow> rows) =>
        rows.DistinctBy(r => r.Code, StringComparer.Ordinal)
            .ToDictionary(r => r.Code, r => r.Version, StringComparer.Ordinal);

    private static FieldFault? Unfit(int rows) =>
        rows == 0 ? new("Rows", Fault.NothingChosen)
        : rows > SeveralOutcome.Most
            ? new(
                "Rows",
                Fault.TooManyRows,
                SeveralOutcome.Most.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        : null;

    private static async Task<Dictionary<string, Recommendation>> LoadAsync(
        Write write,
        List<string> codes,
        CancellationToken cancellation
    )
    {
        var items = new Dictionary<string, Recommendation>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(500))
        {
            var loaded = await write
                .Loaded()
                .Where(r => some.Contains(r.Code))
                .ToListAsync(cancellation);
            loaded.ForEach(item => items.Add(item.Code, item));
        }
        return items;
    }

    private static async Task<Outcome> EndOfAsync(
        Write write,
        Deed deed,
        Dictionary<string, Recommendation> items,
        string code,
        Func<Write, Recommendation, CancellationToken, Task<Outcome>> change,
        CancellationToken cancellation
    )
    {
        if (!items.TryGetValue(code, out var item))
        {
            return new Outcome.NotFound();
        }
        var facts = await FreshFacts.OfAsync(write.Context, item, cancellation);
        return AccessRules.On(write.Actor, deed, facts) is { } refusal
            ? new Outcome.Refused(refusal)
            : await change(write, item, cancellation);
    }

    private static IQueryable<Recommendation> Loaded(this Write write) =>
        write
            .Context.Recommendations.AsSplitQuery()
            .Include(r => r.Workshop)
            .Include(r => r.Supporting)
            .Include(r => r.Places)
            .Include(r => r.FrameworkEntries)
            .VisibleTo(write.Actor);
}
