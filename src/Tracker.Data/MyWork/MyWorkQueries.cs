using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.MyWork;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Organisations;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.MyWork;

/// <summary>What one person owes today.</summary>
public sealed class MyWorkQueries
{
    /// <summary>Rows of a section that the page shows; the others are a link away.</summary>
    private const int MostRows = 12;

    /// <summary>An organisation with more open recommendations than this works from the list.</summary>
    private const int MostLed = 5000;

    private readonly Contexts _contexts;
    private readonly ProgrammeClock _clock;

    internal MyWorkQueries(Contexts contexts, ProgrammeClock clock) =>
        (_contexts, _clock) = (contexts, clock);

    /// <summary>
    /// What the organisations of a focal point or a coordinator owe, what mentions them, and for the coordination what
    /// waits for it. Those who only read owe nothing.
    /// </summary>
    public async Task<WorkToday> OfAsync(Actor actor, CancellationToken cancellation = default)
    {
        await using var context = _contexts.Open();
        var today = _clock.Today;
        var own = new OwnWork(context, actor, today);
        var mentions = await MentionReader.ReadAsync(
            context,
            actor,
            _clock.StartOf(today.AddDays(-WorkRules.MentionDays)),
            cancellation
        );
        var labels = await OrganisationLabels.OnAsync(
            context,
            [.. actor.Organisations, .. mentions.Select(m => m.OrganisationCode)],
            today,
            cancellation
        );
        var work = new WorkToday
        {
            Today = today,
            Organisations = [.. actor.Organisations.Select(o => labels[o])],
            Works = actor.Coordinates || actor.Role == Role.FocalPoint,
        };
        if (!work.Works)
        {
            return work;
        }
        return work with
        {
            Owed = await OwedAsync(own, cancellation),
            Led = await own.Led().CountAsync(cancellation),
            Supported = await own.Supported().CountAsync(cancellation),
            SupportedOpen = await own.SupportedOpen().CountAsync(cancellation),
            Supporting = await own.SupportingAsync(MostRows, cancellation),
            Mentions = [.. mentions.Select(m => m.ToLine(actor, labels))],
            Coordination = actor.Coordinates
                ? await Coordinating.ReadAsync(context, actor, today, cancellation)
                : null,
        };
    }

    /// <summary>Judged by the one definition of the flags; words and versions only of what is shown.</summary>
    private static async Task<IReadOnlyList<OwedGroup>> OwedAsync(
        OwnWork own,
        CancellationToken cancellation
    )
    {
        var groups = (await own.OpenAsync(MostLed, cancellation))
            .Select(facts => (Facts: facts, Section: facts.SectionOn(own.Today)))
            .Where(judged => judged.Section is not null)
            .GroupBy(judged => judged.Section!.Value, judged => judged.Facts)
            .OrderBy(group => group.Key)
            .Select(group =>
                (
                    Section: group.Key,
                    Total: group.Count(),
                    Shown: group
                        .OrderBy(f => f.SinceOf(group.Key))
                        .ThenBy(f => f.SortCode, StringComparer.Ordinal)
                        .Take(MostRows)
                        .ToList()
                )
            )
            .ToList();
        var words = await own.WordsAsync(
            [.. groups.SelectMany(g => g.Shown).Select(f => f.Id)],
            cancellation
        );
        return
        [
            .. groups.Select(g => new OwedGroup(
                g.Section,
                g.Total,
                [.. g.Shown.Select(f => f.ToRow(g.Section, words[f.Id], own))]
            )),
        ];
    }
}
