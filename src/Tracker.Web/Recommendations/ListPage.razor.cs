using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Data.Lists;
using Tracker.Data.Recommendations;
using Tracker.Web.Access;

namespace Tracker.Web.Recommendations;

/// <summary>Reads its address, asks, shows; a deed on a row leaves the row where it is.</summary>
public sealed partial class ListPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly ListHands _hands = new();
    private string? _shown;
    private ChoiceLists? _choices;

    /// <summary>Handed from the first response to the circuit, so that no question is asked twice.</summary>
    [PersistentState]
    public ListView? View { get; set; }

    /// <summary>The address the view answers.</summary>
    [PersistentState]
    public string? Address { get; set; }

    [Inject]
    private RecommendationQueries Queries { get; set; } = default!;

    [Inject]
    private ChosenQueries Chosen { get; set; } = default!;

    [Inject]
    private LastFilterQueries LastFilter { get; set; } = default!;

    [Inject]
    private LastFilterCommands LastFilters { get; set; } = default!;

    [Inject]
    private ListQueries Lists { get; set; } = default!;

    [Inject]
    private CurrentActor Reader { get; set; } = default!;

    [Inject]
    private FilterWords Filters { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ProgrammeClock Clock { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ListText> Text { get; set; } = default!;

    /// <summary>
    /// Links of the list change the query only. Asking for one parameter is what lets an open circuit tell the page
    /// that any of them changed; the filter itself is read whole.
    /// </summary>
    [SupplyParameterFromQuery(Name = FilterAddress.PageNumber)]
    private string? Heard { get; set; }

    private string Query => new Uri(Navigation.Uri).Query;

    protected override void OnInitialized()
    {
        _shown = View is null ? null : Address;
        NoteChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        _choices ??= await Lists.AllAsync(await Reader.GetAsync(_gone.Token), _gone.Token);
        if (_shown != Query)
        {
            await AskAsync();
        }
    }

    private string At(string path) => FilterAddress.At(path, View!.Page.Filter.FromStart());

    private async Task AskAsync()
    {
        var asked = Query;
        var actor = await Reader.GetAsync(_gone.Token);
        var reading = FilterAddress.Read(
            QueryHelpers
                .ParseQuery(asked)
                .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
        );
        var (page, tally) = await Queries.CountedListAsync(
            actor,
            reading,
            Words.Language,
            _gone.Token
        );
        var (kept, changed) = await WithChangedAsync(actor, page);
        var view = new ListView(
            kept,
            tally.Counts(page.Filter),
            tally.Facets(page.Filter),
            AccessRules.ToEnter(actor) is null
        )
        {
            Mine = actor.Role is Role.FocalPoint or Role.IomCoordinator ? actor.Organisations : [],
            Last = page.Filter.Narrows ? null : await LastFilter.OfAsync(actor, _gone.Token),
            Loosenings = page.Total == 0 ? await LoosenAsync(actor, page.Filter) : [],
            Changed = changed,
        };
        if (asked != Query)
        {
            // The reader has moved on meanwhile; that answer is on its way.
            return;
        }
        LastFilters.Remember(actor, page.Filter);
        _hands.TurnPage();
        View = view;
        Address = _shown = asked;
        NoteChanged();
    }

    /// <summary>What a form changed stays in sight where it stood, also where the filter would drop it now.</summary>
    private async Task<(RecommendationPage Page, IReadOnlyList<string> Changed)> WithChangedAsync(
        Actor actor,
        RecommendationPage page
    )
    {
        var marks = ListReturn.ReadChanged(new Uri(Navigation.Uri));
        var rows = page.Rows.ToList();
        var gone = marks.Where(m => rows.TrueForAll(r => r.Code != m.Code)).ToList();
        var found =
            gone.Count == 0
                ? []
                : await Chosen.RowsAsync(actor, [.. gone.Select(m => m.Code)], _gone.Token);
        foreach (var (code, position) in gone.OrderBy(m => m.Position))
        {
            if (found.FirstOrDefault(f => f.Row.Code == code) is { } row)
            {
                rows.Insert(Math.Min(position, rows.Count), row.Row);
            }
        }
        return (
            page with
            {
                Rows = [.. rows.Select(r => r.In(Words.Language))],
            },
            [.. marks.Select(m => m.Code).Where(c => rows.Exists(r => r.Code == c))]
        );
    }

    private void NoteChanged()
    {
        foreach (var code in View?.Changed ?? [])
        {
            _hands.Saved(code, new SavedNote([], MayBeUndone: true));
        }
    }

    private async Task<IReadOnlyList<Loosening>> LoosenAsync(
        Actor actor,
        RecommendationFilter filter
    )
    {
        var found = new List<Loosening>();
        foreach (var condition in FilterAddress.Conditions(filter).Take(10))
        {
            var without = FilterAddress.Without(filter, condition);
            var tally = await Queries.TallyAsync(actor, without, _gone.Token);
            found.Add(new Loosening(condition, tally.Total(without)));
        }
        return [.. found.OrderByDescending(l => l.Rows)];
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
