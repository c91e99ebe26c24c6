using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.History;
using Tracker.Core.Words;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>What happened to a thing, newest first.</summary>
public sealed class HistoryQueries
{
    private readonly Contexts _contexts;

    internal HistoryQueries(Contexts contexts) => _contexts = contexts;

    /// <summary>The deeds on a recommendation; none where the actor may not know of it, and none for donors. Others than coordinators read it from its publication on.</summary>
    public async Task<IReadOnlyList<HistoryAct>> OfRecommendationAsync(
        Actor actor,
        string code,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        if (
            actor.Role == Role.DonorViewer
            || !await context
                .Recommendations.VisibleTo(actor)
                .AnyAsync(r => r.Code == code, cancellation)
        )
        {
            return [];
        }
        string[] kinds =
        [
            "recommendation",
            "progress_update",
            "milestone",
            .. AccessRules.SeesInternalEvidence(actor) ? ["evidence"] : Array.Empty<string>(),
            .. AccessRules.SeesComments(actor) ? ["internal_comment"] : Array.Empty<string>(),
        ];
        var lines = await (
            from line in context.HistoryLines
            where line.Subject == code && kinds.Contains(line.Kind)
            join text in context.HistoryTexts on line.Sequence equals text.Sequence
            join person in context.PersonNames on line.ActorId equals person.PersonId into people
            from person in people.DefaultIfEmpty()
            orderby line.Sequence
            select new ReadLine(line, text.Before, text.After, person)
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        var labels = await HistoryLabels.OfAsync(
            context,
            lines.Select(l => (l.Line.Field, l.Before, l.After)),
            cancellation
        );
        List<HistoryAct> acts =
        [
            .. lines
                .GroupBy(l => l.Line.ActId)
                .OrderByDescending(act => act.Max(l => l.Line.Sequence))
                .Select(act => ToAct([.. act], labels, People.NamesShownTo(actor))),
        ];
        return actor.Coordinates ? acts : [.. acts.Take(1 + acts.FindLastIndex(Publishes))];
    }

    /// <summary>What a draft said before is the coordination's own business.</summary>
    private static bool Publishes(HistoryAct act) =>
        act.Changes.Any(c => c is { Field: "publication", After: "published" });

    private static HistoryAct ToAct(List<ReadLine> lines, HistoryLabels labels, bool namesShown)
    {
        var (line, person) = (lines[0].Line, lines[0].Person);
        return new HistoryAct(
            line.At,
            Codes.Parse<Deed>(line.Deed),
            namesShown ? person?.Name : null,
            person is null ? Role.Worker : Codes.Parse<Role>(person.Role),
            person?.OrganisationCode,
            line.OnBehalfOf,
            [
                .. lines.Select(l => new HistoryChange(
                    l.Line.Field,
                    l.Before,
                    l.After,
                    labels.Of(l.Line.Field, l.Before),
                    labels.Of(l.Line.Field, l.After)
                )),
            ]
        );
    }

    private sealed record ReadLine(
        HistoryLine Line,
        string? Before,
        string? After,
        PersonName? Person
    );
}
