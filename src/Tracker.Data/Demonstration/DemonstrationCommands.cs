using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Demonstration;
using Tracker.Data.Organisations;
using Tracker.Data.Storage;

namespace Tracker.Data.Demonstration;

/// <summary>
/// Fills a database with sample data, a portion a transaction: an interrupted run is taken up where it ended, and what
/// is there stays as it is.
/// </summary>
public sealed class DemonstrationCommands
{
    public const int MostRecommendations = 1_000_000;
    public const int MostHistory = 50_000_000;

    /// <summary>Recommendations in one transaction.</summary>
    private const int Portion = 1_000;

    private readonly Store _store;
    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;
    private readonly IManyRows _manyRows;

    internal DemonstrationCommands(
        Store store,
        Contexts contexts,
        ProgrammeClock clock,
        IManyRows manyRows
    ) => (_store, _contexts, _clock, _manyRows) = (store, contexts, clock, manyRows);

    /// <summary>Done carries the number of recommendations added, "0" where all were there.</summary>
    /// <param name="history">
    /// Lines of history the database shall hold in the end; null for one a thing. Invalid, with the least possible
    /// number, where that is less than there will be in any case; Invalid at Seed, with the seed found, where samples
    /// of another are there.
    /// </param>
    /// <param name="progress">Is told the number added after each portion.</param>
    public async Task<Outcome> LoadAsync(
        Actor actor,
        SampleProgramme programme,
        int recommendations,
        int? history,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (recommendations is < 1 or > MostRecommendations)
        {
            return Outcome.At("Recommendations", Fault.OutOfRange, Spell(MostRecommendations));
        }
        var found = await FoundAsync(programme, cancellation);
        if (found.OtherSeed is { } other)
        {
            return Outcome.At("Seed", Fault.OutOfRange, other);
        }
        var missing = programme
            .Workshops(recommendations, _clock.Today)
            .Where(w => !found.Workshops.Contains(w.Number));
        var quota = Quota(programme, recommendations, history, found);
        if (quota is { Lines: < 0 })
        {
            return Outcome.At("History", Fault.OutOfRange, Spell(history!.Value - quota.Lines));
        }
        var added = 0;
        var portion = new List<SampleWorkshop>();
        foreach (var workshop in missing)
        {
            portion.Add(workshop);
            if (portion.Sum(w => w.Recommendations.Count) < Portion)
            {
                continue;
            }
            if (await LoadAsync(actor, programme, portion, quota, cancellation) is { } end)
            {
                return end;
            }
            added += portion.Sum(w => w.Recommendations.Count);
            progress?.Report(added);
            portion.Clear();
        }
        if (portion.Count > 0)
        {
            if (await LoadAsync(actor, programme, portion, quota, cancellation) is { } end)
            {
                return end;
            }
            added += portion.Sum(w => w.Recommendations.Count);
        }
        if (added > 0)
        {
            await using var context = _contexts.Open();
            await _manyRows.FinishAsync(context, cancellation);
        }
        return new Outcome.Done(Spell(added));
    }

    /// <summary>Null where the portion was saved.</summary>
    private async Task<Outcome?> LoadAsync(
        Actor actor,
        SampleProgramme programme,
        List<SampleWorkshop> portion,
        HistoryQuota quota,
        CancellationToken cancellation
    )
    {
        var start = quota.Given;
        var outcome = await _store.LoadAsync(
            actor,
            Deed.LoadDemonstration,
            async (write, token) =>
            {
                if (write.Actor.Role is not (Role.Worker or Role.Admin))
                {
                    return new Outcome.Refused(Refusal.AdministratorOnly);
                }
                quota.Given = start;
                var rows = new SampleRows(
                    write,
                    programme,
                    await OrganisationsAsync(write, programme, token)
                );
                foreach (var workshop in portion)
                {
                    rows.Add(workshop, quota.Next);
                }
                return new Outcome.Done("");
            },
            cancellation
        );
        return outcome is Outcome.Done ? null : outcome;
    }

    /// <summary>Adds the sample organisations that are missing; returns the names of all.</summary>
    private static async Task<ILookup<string, OrganisationName>> OrganisationsAsync(
        Write write,
        SampleProgramme programme,
        CancellationToken cancellation
    )
    {
        var known = await write
            .Context.Organisations.AsNoTracking()
            .Select(o => o.Code)
            .ToListAsync(cancellation);
        var all = SampleRows.Organisations(programme).ToList();
        var ids = new SampleIds(programme.Seed, 1 << 21);
        foreach (var organisation in all.Where(o => !known.Contains(o.Code)))
        {
            write.Context.Add(organisation);
            write.Tell([
                SampleHistory.Beginning(
                    "organisation",
                    "name_fr",
                    organisation.Code,
                    organisation.Names[0].NameFr,
                    ids,
                    write.Today
                ),
            ]);
        }
        return all.SelectMany(o => o.Names)
            .ToLookup(n => n.OrganisationCode, StringComparer.Ordinal);
    }

    private HistoryQuota Quota(
        SampleProgramme programme,
        int recommendations,
        int? history,
        Found found
    )
    {
        if (history is not { } wanted)
        {
            return new HistoryQuota(0, 1);
        }
        var (workshops, items) = (0, 0);
        foreach (
            var workshop in programme
                .Workshops(recommendations, _clock.Today)
                .Where(w => !found.Workshops.Contains(w.Number))
        )
        {
            workshops++;
            items += workshop.Recommendations.Count;
        }
        if (items == 0)
        {
            return new HistoryQuota(0, 1);
        }
        var organisations = found.HasOrganisations ? 0 : programme.Organisations.Count;
        return new HistoryQuota(wanted - found.Lines - organisations - workshops - items, items);
    }

    private async Task<Found> FoundAsync(SampleProgramme programme, CancellationToken cancellation)
    {
        await using var context = _contexts.Open();
        var workshops = await context
            .Workshops.Where(w => w.Source!.StartsWith(SampleProgramme.SourcePrefix))
            .Select(w => new { w.Code, w.Source })
            .ToListAsync(cancellation);
        var first = programme.Organisations[0].Code;
        return new Found(
            [.. workshops.Select(w => NumberOf(w.Code))],
            workshops
                .Find(w => w.Source != programme.Source)
                ?.Source![SampleProgramme.SourcePrefix.Length..],
            await context.Organisations.AnyAsync(o => o.Code == first, cancellation),
            (await context.HistoryHeads.AsNoTracking().SingleAsync(cancellation)).Sequence
        );
    }

    /// <summary>EX0012-2014 is the twelfth: the year may be another one tomorrow.</summary>
    private static int NumberOf(string code) =>
        int.TryParse(
            code.AsSpan(
                SampleProgramme.CodePrefix.Length,
                Math.Max(0, code.IndexOf('-') - SampleProgramme.CodePrefix.Length)
            ),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;

    private static string Spell(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Found(
        HashSet<int> Workshops,
        string? OtherSeed,
        bool HasOrganisations,
        long Lines
    );

    /// <summary>Spreads lines over things so that the last one ends at the number asked for.</summary>
    private sealed class HistoryQuota(long lines, int things)
    {
        public long Lines => lines;

        /// <summary>Things that have had their lines.</summary>
        public int Given { get; set; }

        public int Next()
        {
            var before = lines * Given / things;
            Given++;
            return (int)((lines * Given / things) - before);
        }
    }
}
