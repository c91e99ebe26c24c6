using System.Web;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.History;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Dashboard;
using Tracker.Data.History;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Tests.Given;

/// <summary>Questions the tests put to a tracker, in the words of an address.</summary>
internal static class Asking
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static FilterReading Reading(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        return FilterAddress.Read(
            values.AllKeys.SelectMany(name =>
                values.GetValues(name)!.Select(v => KeyValuePair.Create(name ?? "", (string?)v))
            )
        );
    }

    public static Task<RecommendationPage> ListAsync(
        this TestTracker tracker,
        Actor actor,
        string query,
        Language language = Language.Fr
    ) =>
        tracker
            .Of<RecommendationQueries>()
            .ListAsync(actor, Reading(query), language, Cancellation);

    /// <summary>As the program itself sees it: everything.</summary>
    public static Task<RecommendationPage> ListAsync(
        this TestTracker tracker,
        string query,
        Language language = Language.Fr
    ) => tracker.ListAsync(Actor.Worker, query, language);

    /// <summary>The numbers of the codes found, as in "01 04".</summary>
    public static async Task<string> NumbersAsync(this TestTracker tracker, string query)
    {
        var page = await tracker.ListAsync(query);
        return string.Join(' ', page.Rows.Select(r => r.Code[(r.Code.LastIndexOf('-') + 1)..]));
    }

    public static Task<string> FoundAsync(this TestTracker tracker, string search) =>
        tracker.NumbersAsync("q=" + Uri.EscapeDataString(search));

    public static async Task<RecommendationTally> TallyAsync(
        this TestTracker tracker,
        Actor actor,
        string query
    ) =>
        await tracker
            .Of<RecommendationQueries>()
            .TallyAsync(actor, Reading(query).Filter, Cancellation);

    public static async Task<RecommendationCounts> CountAsync(
        this TestTracker tracker,
        Actor actor,
        string query
    ) => (await tracker.TallyAsync(actor, query)).Counts(Reading(query).Filter);

    public static Task<RecommendationRecord?> FindAsync(
        this TestTracker tracker,
        Actor actor,
        string code
    ) => tracker.Of<RecordQueries>().FindAsync(actor, code, Cancellation);

    /// <summary>The record with nothing hidden.</summary>
    public static async Task<RecommendationRecord> RecordAsync(
        this TestTracker tracker,
        string code
    ) => (await tracker.FindAsync(Actor.Worker, code))!;

    public static Task<IReadOnlyList<HistoryAct>> ActsAsync(
        this TestTracker tracker,
        Actor reader,
        string code
    ) => tracker.Of<HistoryQueries>().OfRecommendationAsync(reader, code, Cancellation);

    /// <summary>The measures of everything that is published, as the dashboard shows them.</summary>
    public static async Task<Measures> MeasuresAsync(
        this TestTracker tracker,
        string address = ""
    ) => (await tracker.FiguresAsync(address)).Measures;

    /// <summary>The dashboard of an address.</summary>
    /// <param name="reader">The worker where none is given.</param>
    public static Task<DashboardFigures> FiguresAsync(
        this TestTracker tracker,
        string address = "",
        Actor? reader = null,
        Breakdown by = Breakdown.None
    ) =>
        tracker
            .Of<DashboardQueries>()
            .FiguresAsync(reader ?? Actor.Worker, Reading(address), by, Cancellation);

    public static async Task<long> VersionAsync(this TestTracker tracker, string code) =>
        (await tracker.RecordAsync(code)).Version;

    public static async Task<List<HistoryLine>> LinesAsync(this TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        return await context
            .HistoryLines.AsNoTracking()
            .OrderBy(l => l.Sequence)
            .ToListAsync(Cancellation);
    }

    public static async Task<int> LineCountAsync(this TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        return await context.HistoryLines.CountAsync(Cancellation);
    }

    public static async Task<List<RecommendationPeriod>> PeriodsAsync(
        this TestTracker tracker,
        string code
    )
    {
        await using var context = tracker.Of<Contexts>().Open();
        return await context
            .Periods.AsNoTracking()
            .Where(p =>
                context.Recommendations.Any(r => r.Id == p.RecommendationId && r.Code == code)
            )
            .OrderBy(p => p.From)
            .ToListAsync(Cancellation);
    }

    public static async Task<List<Recommendation>> RowsAsync(this TestTracker tracker)
    {
        await using var context = tracker.Of<Contexts>().Open();
        return await context
            .Recommendations.AsNoTracking()
            .AsSplitQuery()
            .Include(r => r.Supporting)
            .Include(r => r.Places)
            .Include(r => r.Workshop)
            .OrderBy(r => r.Code)
            .ToListAsync(Cancellation);
    }

    public static async Task<Recommendation> RowAsync(this TestTracker tracker, string code) =>
        (await tracker.RowsAsync()).Single(r => r.Code == code);
}
