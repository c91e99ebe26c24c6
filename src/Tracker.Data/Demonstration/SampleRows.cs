using Tracker.Core.Access;
using Tracker.Core.Demonstration;
using Tracker.Core.Recommendations;
using Tracker.Data.Organisations;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Demonstration;

/// <summary>Turns samples into rows, with the periods and search words that a write of their own would have made.</summary>
internal sealed class SampleRows(
    Write write,
    SampleProgramme programme,
    ILookup<string, OrganisationName> names
)
{
    public static IEnumerable<Organisation> Organisations(SampleProgramme programme)
    {
        var ids = new SampleIds(programme.Seed, 0);
        foreach (var sample in programme.Organisations)
        {
            var row = new Organisation
            {
                Code = sample.Code,
                Kind = sample.Kind,
                CanLead = sample.CanLead,
            };
            row.Names.Add(
                new OrganisationName
                {
                    Id = ids.Next(),
                    OrganisationCode = sample.Code,
                    NameFr = sample.Name.Fr!,
                    NameEn = sample.Name.En!,
                    Acronym = sample.Acronym,
                }
            );
            yield return row;
        }
    }

    /// <param name="lines">Lines of history each recommendation shall have beside the one of its beginning.</param>
    public void Add(SampleWorkshop sample, Func<int> lines)
    {
        var ids = new SampleIds(programme.Seed, sample.Number);
        var workshop = new Workshop
        {
            Id = ids.Next(),
            Code = sample.Code,
            Type = sample.Type,
            NameFr = sample.Name.Fr,
            NameEn = sample.Name.En,
            ThemeFr = sample.Theme.Fr,
            ThemeEn = sample.Theme.En,
            StartsOn = sample.StartsOn,
            EndsOn = sample.EndsOn,
            PlaceCode = sample.PlaceCode,
            Source = sample.Source,
        };
        workshop.Organisers.AddRange(
            sample.Organisers.Select(code => new WorkshopOrganiser
            {
                WorkshopId = workshop.Id,
                Workshop = workshop,
                OrganisationCode = code,
            })
        );
        workshop.Funders.AddRange(
            sample.Funders.Select(code => new WorkshopFunder
            {
                WorkshopId = workshop.Id,
                Workshop = workshop,
                OrganisationCode = code,
            })
        );
        write.Context.Add(workshop);
        write.Tell([
            SampleHistory.Beginning(
                "workshop",
                "source",
                sample.Code,
                sample.Source,
                ids,
                sample.EndsOn
            ),
        ]);
        foreach (var recommendation in sample.Recommendations)
        {
            Add(recommendation, workshop, ids, lines());
        }
    }

    private void Add(SampleRecommendation sample, Workshop workshop, SampleIds ids, int lines)
    {
        var history = new SampleHistory(sample, ids, lines, write.Today);
        var item = ToRow(sample, workshop, ids, history);
        Link(item, sample, ids, workshop.EndsOn);
        item.Periods.AddRange(PeriodsOf(item, sample, ids, history, workshop.EndsOn));
        write.Context.Add(item);
        write.Context.AddRange(
            history.Updates.Select(told => new ProgressUpdate
            {
                Id = ids.Next(),
                RecommendationId = item.Id,
                Recommendation = item,
                AuthorId = Actor.Worker.Id,
                OrganisationCode = sample.LeadCode!,
                OnBehalf = true,
                At = SampleHistory.At(told.Day),
                Text = told.Update.Text,
                Language = told.Update.Language,
                StatusBefore = told.Before.Status,
                StatusAfter = told.After.Status,
                Percent = told.After.Percent,
            })
        );
        write.Context.Add(
            new SearchDocument
            {
                Key = SearchDocument.KeyOf(item.Id),
                RecommendationId = item.Id,
                Folded = SearchDocuments.Compose(
                    item,
                    sample.LeadCode is null ? [] : names[sample.LeadCode]
                ),
            }
        );
        write.Tell(history.Lines());
    }

    private static Recommendation ToRow(
        SampleRecommendation sample,
        Workshop workshop,
        SampleIds ids,
        SampleHistory history
    )
    {
        var present = sample.Present;
        var item = new Recommendation
        {
            Id = ids.Next(),
            Code = sample.Code,
            WorkshopId = workshop.Id,
            Workshop = workshop,
            ThemeCode = sample.ThemeCode,
            LeadCode = sample.LeadCode,
            LeadStanding = present.LeadStanding,
            Acceptance = present.Acceptance,
            Status = present.Status,
            StatusReason = present.StatusReason,
            StatusSince = history.StatusSince ?? workshop.EndsOn,
            Percent = present.Percent,
            DueDate = present.DueDate,
            ReviewDate = present.ReviewDate,
            LastUpdateOn = history.LastUpdateOn,
            Publication = sample.PublishedOn is null ? Publication.Draft : Publication.Published,
            PublishedOn = sample.PublishedOn,
            ChangedAt = SampleHistory.At(history.LastDay ?? sample.PublishedOn ?? workshop.EndsOn),
        };
        item.Write(
            new RecommendationEntry
            {
                WorkshopCode = workshop.Code,
                Code = sample.Code,
                Kind = sample.Kind,
                Title = sample.Title,
                Text = sample.Text,
                ThemeCode = sample.ThemeCode,
            }
        );
        return item;
    }

    private static void Link(
        Recommendation item,
        SampleRecommendation sample,
        SampleIds ids,
        DateOnly from
    )
    {
        item.Supporting.AddRange(
            sample.Supporting.Select(code => new RecommendationSupport
            {
                Id = ids.Next(),
                RecommendationId = item.Id,
                Recommendation = item,
                OrganisationCode = code,
                From = from,
            })
        );
        item.Places.AddRange(
            sample.Places.Select(code => new RecommendationPlace
            {
                Id = ids.Next(),
                RecommendationId = item.Id,
                Recommendation = item,
                PlaceCode = code,
                From = from,
            })
        );
        item.FrameworkEntries.AddRange(
            sample.FrameworkEntries.Select(code => new RecommendationFrameworkEntry
            {
                Id = ids.Next(),
                RecommendationId = item.Id,
                Recommendation = item,
                EntryCode = code,
                From = from,
            })
        );
    }

    /// <summary>
    /// The first begins on the workshop's last day; each day on which an act or an update changed something begins the next.
    /// </summary>
    private static List<RecommendationPeriod> PeriodsOf(
        Recommendation item,
        SampleRecommendation sample,
        SampleIds ids,
        SampleHistory history,
        DateOnly ended
    )
    {
        var periods = new List<RecommendationPeriod>();
        var (state, since, heard) = (sample.Beginning, ended, (DateOnly?)null);
        var updates = history.Updates.Select(u => u.Day).ToHashSet();
        var acts = sample.Acts.ToLookup(a => a.Day);
        Begin(ended);
        foreach (var day in acts.Select(a => a.Key).Concat(updates).Distinct().Order())
        {
            var before = (state, heard);
            foreach (var act in acts[day])
            {
                since = act.After.Status == state.Status ? since : day;
                state = act.After;
            }
            heard = updates.Contains(day) ? day : heard;
            if (before != (state, heard))
            {
                Begin(day);
            }
        }
        return periods;

        void Begin(DateOnly from)
        {
            var last = periods.Count > 0 ? periods[^1] : null;
            var period = Period(item, state, ids, from);
            (period.StatusSince, period.LastUpdateOn) = (since, heard);
            if (last is not null)
            {
                last.To = from;
            }
            periods.Add(period);
        }
    }

    private static RecommendationPeriod Period(
        Recommendation item,
        SampleState state,
        SampleIds ids,
        DateOnly from
    ) =>
        new()
        {
            Id = ids.Next(),
            RecommendationId = item.Id,
            WorkshopId = item.WorkshopId,
            From = from,
            Kind = item.Kind,
            Acceptance = state.Acceptance,
            Status = state.Status,
            LeadCode = item.LeadCode,
            LeadStanding = state.LeadStanding,
            ThemeCode = item.ThemeCode,
            Percent = state.Percent,
            DueDate = state.DueDate,
            ReviewDate = state.ReviewDate,
            Publication = item.Publication,
            PublishedOn = item.PublishedOn,
        };
}
