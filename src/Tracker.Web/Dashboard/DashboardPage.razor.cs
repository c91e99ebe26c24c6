using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Tracker.Core;
using Tracker.Core.Dashboard;
using Tracker.Core.Lists;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Dashboard;
using Tracker.Data.Lists;
using Tracker.Data.Recommendations;
using Tracker.Data.Views;
using Tracker.Web.Access;
using Tracker.Web.Recommendations;

namespace Tracker.Web.Dashboard;

/// <summary>Reads its address (the list's filter, a day, a breakdown), asks, shows.</summary>
public sealed partial class DashboardPage : IDisposable
{
    /// <summary>The breakdown in the address; no part of the filter.</summary>
    public const string ByName = "by";

    /// <summary>Where there are more workshops the latest are shown, and the earlier ones as one row.</summary>
    private const int MostWorkshops = 12;

    /// <summary>Eight links name them all: with more of them their row is numbers only.</summary>
    private const int MostInAnAddress = 40;

    private readonly CancellationTokenSource _gone = new();
    private string? _shown;
    private ChoiceLists? _choices;

    /// <summary>Handed from the first response to the circuit, so that no question is asked twice.</summary>
    [PersistentState]
    public DashboardView? View { get; set; }

    [Inject]
    private DashboardQueries Queries { get; set; } = default!;

    [Inject]
    private RecommendationQueries Recommendations { get; set; } = default!;

    [Inject]
    private ViewCommands Views { get; set; } = default!;

    [Inject]
    private ListQueries Lists { get; set; } = default!;

    [Inject]
    private CurrentActor Reader { get; set; } = default!;

    [Inject]
    private FilterWords Filters { get; set; } = default!;

    [Inject]
    private ProgrammeClock Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IStringLocalizer<DashboardText> Text { get; set; } = default!;

    /// <summary>Asking for one parameter lets an open circuit tell the page that any of them changed.</summary>
    [SupplyParameterFromQuery(Name = ByName)]
    private string? Heard { get; set; }

    private string Query => new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() => _shown = View?.Query;

    protected override async Task OnParametersSetAsync()
    {
        var actor = await Reader.GetAsync(_gone.Token);
        _choices ??= await Lists.AllAsync(actor, _gone.Token);
        if (_shown == Query)
        {
            return;
        }
        var asked = Query;
        var reading = FilterAddress.Read(
            QueryHelpers
                .ParseQuery(asked)
                .Where(p => p.Key != ByName)
                .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
        );
        var by = Codes.TryParse<Breakdown>(Heard, out var found) ? found : Breakdown.None;
        var figures = await Queries.FiguresAsync(actor, reading, by, _gone.Token);
        var tally = await Recommendations.TallyAsync(actor, figures.Filter, _gone.Token);
        if (asked != Query)
        {
            // The reader has moved on meanwhile; that answer is on its way.
            return;
        }
        await Views.NoteVisitAsync(actor, _gone.Token);
        View = new DashboardView(asked, figures, tally.Facets(figures.Filter), by);
        _shown = asked;
    }

    private Task AskAgainAsync()
    {
        _shown = null;
        return OnParametersSetAsync();
    }

    private static string List(RecommendationFilter filter) =>
        FilterAddress.At("/recommendations", filter);

    private static string By(RecommendationFilter filter, Breakdown by) =>
        QueryHelpers.AddQueryString(FilterAddress.At("/", filter), ByName, Codes.Of(by))
        + "#by-link";

    private RecommendationFilter OfTheme(Tally tally) =>
        View!.Figures.Filter with
        {
            Themes = [tally.Of!.Code],
        };

    private RecommendationFilter OfLead(Tally tally) =>
        View!.Figures.Filter with
        {
            Leads = [tally.Of?.Code ?? RecommendationFilter.NoLead],
        };

    private RecommendationFilter OfWorkshop(Tally tally) =>
        View!.Figures.Filter with
        {
            Workshops = [tally.Of!.Code],
        };

    private RecommendationFilter? OfWorkshops(IReadOnlyList<Tally> tallies) =>
        tallies.Count > MostInAnAddress
            ? null
            : View!.Figures.Filter with
            {
                Workshops = [.. tallies.Select(t => t.Of!.Code)],
            };

    private RecommendationFilter? OfLink(Tally tally) =>
        DashboardLinks.Linked(View!.Figures.Filter, View.By, tally.Of!.Code);

    private string NameOf(Tally tally) => tally.Of!.Name.In(Words.Language).Text;

    private string SpokenOf(Tally tally) => tally.Of!.Spoken(Words.Language);

    private string CodedOf(Tally tally) =>
        View!.By == Breakdown.Framework ? $"{tally.Of!.Code} {NameOf(tally)}" : NameOf(tally);

    private string LeadName(Tally tally) => tally.Of?.Spoken(Words.Language) ?? Text["lead.none"];

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
