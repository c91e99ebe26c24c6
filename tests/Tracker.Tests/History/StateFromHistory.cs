using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Words;
using Tracker.Data.History;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Tests.History;

/// <summary>
/// The periods and dated links of all recommendations, told a second time from the lines of history alone. What is
/// stored must be the same, day for day; the drills ask it of a database whose program was killed.
/// </summary>
internal static class StateFromHistory
{
    /// <summary>What one tells and the other does not; empty where they agree. Asserts nothing about how much there is.</summary>
    public static async Task<List<string>> DifferencesAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var told = await ToldAsync(context, cancellation);
        var stored = await StoredAsync(context, cancellation);
        return
        [
            .. told.Except(stored, StringComparer.Ordinal).Select(line => $"told only: {line}"),
            .. stored.Except(told, StringComparer.Ordinal).Select(line => $"stored only: {line}"),
        ];
    }

    /// <summary>A line for each period and each link, as the history has it.</summary>
    public static async Task<List<string>> ToldAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var ends = await context
            .Recommendations.Select(r => new { r.Code, r.Workshop!.EndsOn })
            .ToDictionaryAsync(r => r.Code, r => r.EndsOn, cancellation);
        var lines = await (
            from line in context.HistoryLines.AsNoTracking()
            join text in context.HistoryTexts.AsNoTracking() on line.Sequence equals text.Sequence
            where
                line.Kind == "recommendation"
                || (line.Kind == "milestone" && line.Field == "milestone")
            orderby line.Sequence
            select new
            {
                line.ActId,
                line.At,
                line.Deed,
                line.Subject,
                line.Kind,
                line.Field,
                text.Before,
                text.After,
            }
        ).ToListAsync(cancellation);
        var told = ends.ToDictionary(
            e => e.Key,
            e => new ToldRecommendation(e.Key, e.Value),
            StringComparer.Ordinal
        );
        foreach (var act in lines.GroupBy(l => (l.ActId, l.Subject, l.Kind)))
        {
            var first = act.First();
            told[act.Key.Subject]
                .Tell(
                    DateOnly.FromDateTime(first.At),
                    isUndo: first.Deed == "undo",
                    isMilestone: act.Key.Kind == "milestone",
                    [.. act.Select(l => new ToldField(l.Field, l.Before, l.After))]
                );
        }
        return [.. told.Values.SelectMany(t => t.Lines()).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> StoredAsync(
        TrackerContext context,
        CancellationToken cancellation
    )
    {
        var periods = await (
            from period in context.Periods.AsNoTracking()
            join item in context.Recommendations on period.RecommendationId equals item.Id
            select new { item.Code, Period = period }
        ).ToListAsync(cancellation);
        var items = await context
            .Recommendations.AsNoTracking()
            .AsSplitQuery()
            .Include(r => r.Supporting)
            .Include(r => r.Places)
            .Include(r => r.FrameworkEntries)
            .ToListAsync(cancellation);
        var milestones = await context
            .Set<Data.Milestones.MilestoneLink>()
            .AsNoTracking()
            .Select(l => new
            {
                l.Recommendation!.Code,
                l.Milestone!.Title,
                l.From,
                l.To,
            })
            .ToListAsync(cancellation);
        return
        [
            .. periods
                .GroupBy(p => p.Code, p => p.Period)
                .SelectMany(own =>
                    Stretch
                        .Joined([
                            .. own.OrderBy(p => p.From)
                                .Select(p => new Stretch(Spell(p), p.From, p.To)),
                        ])
                        .Select(s => ToldRecommendation.Line(own.Key, s.What, s.From, s.To))
                ),
            .. items.SelectMany(i =>
                i.Supporting.Concat<IDatedLink>(i.Places)
                    .Concat(i.FrameworkEntries)
                    .Select(l =>
                        ToldRecommendation.Line(
                            i.Code,
                            $"{l.HistoryField} {l.HistoryValue}",
                            l.From,
                            l.To
                        )
                    )
            ),
            .. milestones.Select(m =>
                ToldRecommendation.Line(m.Code, $"milestone {m.Title}", m.From, m.To)
            ),
        ];
    }

    private static string Spell(RecommendationPeriod period) =>
        string.Join(
            ' ',
            Codes.Of(period.Acceptance),
            Codes.Of(period.Status),
            period.LeadCode ?? "-",
            period.ThemeCode,
            period.Percent?.ToString(CultureInfo.InvariantCulture) ?? "-",
            period.DueDate?.ToString("O", CultureInfo.InvariantCulture) ?? "-",
            period.ReviewDate?.ToString("O", CultureInfo.InvariantCulture) ?? "-",
            Codes.Of(period.Publication)
        );
}

/// <summary>One line of one act.</summary>
internal readonly record struct ToldField(string Field, string? Before, string? After);

/// <summary>One recommendation as its acts come by.</summary>
internal sealed class ToldRecommendation(string code, DateOnly workshopEnd)
{
    /// <summary>What a period holds, in the order in which it is spelled.</summary>
    private static readonly string[] OfPeriods =
    [
        "acceptance",
        "status",
        "lead_code",
        "theme_code",
        "percent",
        "due_date",
        "review_date",
        "publication",
    ];

    private static readonly string[] OfLinks =
    [
        "supporting_organisation",
        "place",
        "framework_entry",
        "milestone",
    ];

    private State _now = new();

    /// <summary>Before the last act on the recommendation itself: what an undo goes back to.</summary>
    private State _before = new();
    private readonly List<Stretch> _milestones = [];

    public void Tell(DateOnly day, bool isUndo, bool isMilestone, IReadOnlyList<ToldField> fields)
    {
        if (isMilestone)
        {
            Link(_milestones, day, fields);
            return;
        }
        if (isUndo)
        {
            _now = _before.Copy();
            return;
        }
        _before = _now.Copy();
        // The first act enters it: that counts from the workshop's last day.
        var from = fields.Any(f => f.Field == "code") ? workshopEnd : day;
        foreach (var field in fields.Where(f => OfPeriods.Contains(f.Field)))
        {
            _now.Values[field.Field] = field.After;
        }
        Link(_now.Links, from, fields);
        var spelled = string.Join(
            ' ',
            OfPeriods.Select(f => _now.Values.GetValueOrDefault(f) ?? "-")
        );
        Begin(from, spelled);
    }

    public IEnumerable<string> Lines() =>
        Stretch
            .Joined(_now.Periods)
            .Concat(_now.Links)
            .Concat(_milestones)
            .Select(s => Line(code, s.What, s.From, s.To));

    public static string Line(string code, string what, DateOnly from, DateOnly? to) =>
        string.Create(CultureInfo.InvariantCulture, $"{code} {from:O}..{to:O} {what}");

    private void Begin(DateOnly day, string spelled)
    {
        if (_now.Periods.Count > 0)
        {
            var current = _now.Periods[^1];
            if (current.What == spelled)
            {
                return;
            }
            if (current.From >= day)
            {
                _now.Periods[^1] = current with { What = spelled };
                return;
            }
            _now.Periods[^1] = current with { To = day };
        }
        _now.Periods.Add(new Stretch(spelled, day, null));
    }

    /// <summary>A link that ends on the day it began never held.</summary>
    private static void Link(List<Stretch> links, DateOnly day, IReadOnlyList<ToldField> fields)
    {
        foreach (var field in fields.Where(f => OfLinks.Contains(f.Field)))
        {
            if (field.After is { } begun)
            {
                links.Add(new Stretch($"{field.Field} {begun}", day, null));
                continue;
            }
            var at = links.FindIndex(l =>
                l.What == $"{field.Field} {field.Before}" && l.To is null
            );
            if (links[at].From >= day)
            {
                links.RemoveAt(at);
            }
            else
            {
                links[at] = links[at] with { To = day };
            }
        }
    }

    private sealed class State
    {
        public Dictionary<string, string?> Values { get; private init; } = [];
        public List<Stretch> Periods { get; private init; } = [];
        public List<Stretch> Links { get; private init; } = [];

        public State Copy() =>
            new()
            {
                Values = new(Values),
                Periods = [.. Periods],
                Links = [.. Links],
            };
    }
}

internal sealed record Stretch(string What, DateOnly From, DateOnly? To)
{
    /// <summary>Periods also begin with what this history does not spell, such as an update heard: neighbours alike are one.</summary>
    public static IEnumerable<Stretch> Joined(IReadOnlyList<Stretch> periods)
    {
        var joined = new List<Stretch>();
        foreach (var next in periods)
        {
            if (joined.Count > 0 && joined[^1].What == next.What && joined[^1].To == next.From)
            {
                joined[^1] = joined[^1] with { To = next.To };
            }
            else
            {
                joined.Add(next);
            }
        }
        return joined;
    }
}
