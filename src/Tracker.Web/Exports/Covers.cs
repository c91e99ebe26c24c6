using Microsoft.Extensions.Localization;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Data.Lists;
using Tracker.Data.Recommendations;
using Tracker.Web.Recommendations;

namespace Tracker.Web.Exports;

/// <summary>Writes the first sheet: what was asked, when, and how much came out.</summary>
internal sealed class Covers(
    RecommendationQueries queries,
    ListQueries lists,
    FilterWords filters,
    IStringLocalizer<ListText> text,
    Tracker.Web.Text.Words words,
    ProgrammeClock clock
)
{
    /// <param name="site">The address people open the tracker at, ending in a slash.</param>
    public async Task<ExportCover> OfAsync(
        Actor actor,
        FilterReading reading,
        Uri site,
        CancellationToken cancellation
    )
    {
        var choices = await lists.AllAsync(actor, cancellation);
        var (filter, problems) = reading;
        var only = new FilterReading(
            filter.FromStart() with
            {
                Size = RecommendationFilter.DefaultSize,
            },
            []
        );
        var page = await queries.ListAsync(actor, only, words.Language, cancellation);
        return new ExportCover(
            words.Language,
            [
                .. filters.Sentences(page.Filter, choices),
                .. problems.Concat(page.Problems).Distinct().Select(filters.Of),
            ],
            new Uri(site, FilterAddress.At("recommendations", page.Filter)),
            new Uri(site, "recommendations/").AbsoluteUri,
            page.Filter.DayOr(clock.Today),
            clock.Local(clock.Now),
            [
                KeyValuePair.Create(text["cover.total"].Value, page.Total),
                .. await FlagsAsync(actor, page.Filter, cancellation),
            ]
        );
    }

    /// <summary>Statuses within the filter as it stands, so that they add up to the rows of the file.</summary>
    private async Task<IEnumerable<KeyValuePair<string, int>>> FlagsAsync(
        Actor actor,
        RecommendationFilter filter,
        CancellationToken cancellation
    )
    {
        if (filter.Statuses.Count > 0 || filter.Flags != Flags.None || filter.ProposedLead)
        {
            return [];
        }
        var tally = await queries.TallyAsync(actor, filter, cancellation);
        return tally
            .Counts(filter)
            .ByStatus.Select(c => KeyValuePair.Create(words.Of(c.Key), c.Value));
    }
}
