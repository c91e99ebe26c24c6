using Microsoft.EntityFrameworkCore;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.History;

/// <summary>The names that go with the codes which history lines hold, so that no code is shown alone.</summary>
internal sealed class HistoryLabels
{
    private readonly Dictionary<(string List, string Code), Bilingual> _names = [];

    public static async Task<HistoryLabels> OfAsync(
        TrackerContext context,
        IEnumerable<(string Field, string? Before, string? After)> lines,
        CancellationToken cancellation
    )
    {
        var asked = lines
            .SelectMany(l =>
                new[]
                {
                    (List: ListOf(l.Field), Code: l.Before),
                    (List: ListOf(l.Field), Code: l.After),
                }
            )
            .Where(a => a.List is not null && a.Code is not null)
            .ToLookup(a => a.List!, a => a.Code!);
        var labels = new HistoryLabels();
        await labels.AddAsync(
            "theme",
            asked,
            codes =>
                context
                    .Themes.Where(t => codes.Contains(t.Code))
                    .Select(t => new Named(t.Code, t.NameFr, t.NameEn)),
            cancellation
        );
        await labels.AddAsync(
            "organisation",
            asked,
            codes =>
                context
                    .OrganisationNames.Where(n => codes.Contains(n.OrganisationCode))
                    .OrderBy(n => n.ValidFrom)
                    .Select(n => new Named(
                        n.OrganisationCode,
                        n.Acronym ?? n.NameFr,
                        n.Acronym ?? n.NameEn
                    )),
            cancellation
        );
        await labels.AddAsync(
            "place",
            asked,
            codes =>
                context
                    .Places.Where(p => codes.Contains(p.Code))
                    .Select(p => new Named(p.Code, p.NameFr, p.NameEn)),
            cancellation
        );
        await labels.AddAsync(
            "entry",
            asked,
            codes =>
                context
                    .FrameworkEntries.Where(e => codes.Contains(e.Code))
                    .Select(e => new Named(
                        e.Code,
                        e.Code + " " + e.NameFr,
                        e.Code + " " + e.NameEn
                    )),
            cancellation
        );
        await labels.AddAsync(
            "cause",
            asked,
            codes =>
                context
                    .BlockerCauses.Where(c => codes.Contains(c.Code))
                    .Select(c => new Named(c.Code, c.NameFr, c.NameEn)),
            cancellation
        );
        return labels;
    }

    public Bilingual? Of(string field, string? code) =>
        ListOf(field) is { } list
        && code is not null
        && _names.TryGetValue((list, code), out var name)
            ? name
            : null;

    private async Task AddAsync(
        string list,
        ILookup<string, string> asked,
        Func<List<string>, IQueryable<Named>> query,
        CancellationToken cancellation
    )
    {
        var codes = asked[list].Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
        {
            return;
        }
        foreach (var named in await query(codes).ToListAsync(cancellation))
        {
            _names[(list, named.Code)] = new Bilingual(named.Fr, named.En);
        }
    }

    private static string? ListOf(string field) =>
        field switch
        {
            "theme_code" => "theme",
            "lead_code" or "supporting_organisation" or "organisation_code" => "organisation",
            "place" => "place",
            "framework_entry" => "entry",
            "blocked_by" => "cause",
            _ => null,
        };

    private sealed record Named(string Code, string Fr, string En);
}
