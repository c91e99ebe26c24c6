using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;
using Tracker.Core.Seed;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Frameworks;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Themes;
using Tracker.Data.Workshops;

namespace Tracker.Data.Seed;

/// <summary>Turns lines of the pack into rows.</summary>
internal static class PackRows
{
    public static void AddReference(Write write, DomainPack pack, KnownCodes known)
    {
        write.Context.AddRange(
            pack.Themes.Where(t => !known.Themes.Contains(t.Code)).Select(ToRow)
        );
        write.Context.AddRange(
            pack.Organisations.Where(o => !known.Organisations.Contains(o.Code)).Select(ToRow)
        );
        write.Context.AddRange(
            pack.Places.Select(ToRow).Where(p => !known.Places.Contains(p.Code))
        );
        write.Context.AddRange(
            pack.Frameworks.Select(ToRow).Where(f => !known.Frameworks.Contains(f.Code))
        );
        write.Context.AddRange(
            pack.Frameworks.SelectMany(f => f.Entries.Select(e => ToRow(f, e)))
                .Where(e => !known.Entries.Contains(e.Code))
        );
        write.Context.AddRange(
            pack.BlockerCauses.Where(c => !known.BlockerCauses.Contains(c.Code))
                .Select(c => new BlockerCause
                {
                    Code = c.Code,
                    NameFr = c.Name.Fr!,
                    NameEn = c.Name.En!,
                    SortOrder = c.SortOrder,
                })
        );
    }

    public static async Task AddWorkshopsAsync(
        Write write,
        DomainPack pack,
        KnownCodes known,
        CancellationToken cancellation
    )
    {
        foreach (var workshop in pack.Workshops.Where(w => !known.Workshops.Contains(w.Code)))
        {
            Add(write, workshop);
        }
        var missing = pack
            .Recommendations.Where(r => !known.Recommendations.Contains(r.Code))
            .ToList();
        if (missing.Count == 0)
        {
            return;
        }
        var named = missing.Select(r => r.WorkshopCode).Distinct().ToList();
        await write.Context.Workshops.Where(w => named.Contains(w.Code)).LoadAsync(cancellation);
        var workshops = write.Context.Workshops.Local.ToDictionary(w => w.Code);
        foreach (var item in missing)
        {
            Add(write, item, workshops[item.WorkshopCode]);
        }
    }

    private static Theme ToRow(PackTheme theme) =>
        new()
        {
            Code = theme.Code,
            NameFr = theme.Name.Fr!,
            NameEn = theme.Name.En!,
            DescriptionFr = theme.Description.Fr,
            DescriptionEn = theme.Description.En,
            SortOrder = theme.SortOrder,
        };

    private static Organisation ToRow(PackOrganisation organisation)
    {
        var row = new Organisation
        {
            Code = organisation.Code,
            Kind = organisation.Kind,
            ParentCode = organisation.ParentCode,
            CanLead = organisation.CanLead,
        };
        row.Names.AddRange(
            organisation.Names.Select(n => new OrganisationName
            {
                OrganisationCode = organisation.Code,
                NameFr = n.Name.Fr!,
                NameEn = n.Name.En!,
                Acronym = n.Acronym,
                ValidFrom = n.ValidFrom,
                ValidTo = n.ValidTo,
            })
        );
        return row;
    }

    private static Place ToRow(PackPlace place, int order) =>
        new()
        {
            Code = place.Code,
            Level = place.Level,
            ParentCode = place.ParentCode,
            NameFr = place.Name.Fr!,
            NameEn = place.Name.En!,
            ValidFrom = place.ValidFrom,
            ValidTo = place.ValidTo,
            SortOrder = order,
        };

    private static Framework ToRow(PackFramework framework, int order) =>
        new()
        {
            Code = framework.Code,
            NameFr = framework.Name.Fr!,
            NameEn = framework.Name.En!,
            SortOrder = order,
        };

    private static FrameworkEntry ToRow(PackFramework framework, PackFrameworkEntry entry) =>
        new()
        {
            Code = entry.Code,
            FrameworkCode = framework.Code,
            ParentCode = entry.ParentCode,
            Level = entry.Level,
            NameFr = entry.Name.Fr!,
            NameEn = entry.Name.En!,
            FullTitleFr = entry.FullTitle.Fr,
            FullTitleEn = entry.FullTitle.En,
            SortOrder = entry.SortOrder,
        };

    private static void Add(Write write, PackWorkshop workshop)
    {
        var row = new Workshop
        {
            Code = workshop.Code,
            Type = Codes.Parse<EventType>(workshop.EventType),
            NameFr = workshop.Name.Fr,
            NameEn = workshop.Name.En,
            ThemeFr = workshop.Theme.Fr,
            ThemeEn = workshop.Theme.En,
            StartsOn = workshop.StartsOn,
            EndsOn = workshop.EndsOn,
            Venue = workshop.Venue,
            PlaceCode = workshop.PlaceCode,
            Source = workshop.Source,
        };
        write.Context.Add(row);
        write.Context.AddRange(
            workshop.OrganiserCodes.Select(code => new WorkshopOrganiser
            {
                WorkshopId = row.Id,
                Workshop = row,
                OrganisationCode = code,
            })
        );
        write.Context.AddRange(
            workshop.FunderCodes.Select(code => new WorkshopFunder
            {
                WorkshopId = row.Id,
                Workshop = row,
                OrganisationCode = code,
            })
        );
    }

    /// <summary>Published as loaded; the lead is a suggestion, and shown as one.</summary>
    private static void Add(Write write, PackRecommendation pack, Workshop workshop)
    {
        var item = new Recommendation
        {
            Code = pack.Code,
            WorkshopId = workshop.Id,
            Workshop = workshop,
            ThemeCode = pack.ThemeCode,
            StatusSince = workshop.EndsOn,
            Publication = Publication.Published,
            PublishedOn = write.Today,
            ChangedAt = write.Now,
        };
        item.Write(
            new RecommendationEntry
            {
                WorkshopCode = workshop.Code,
                Code = pack.Code,
                Kind = pack.Kind,
                Title = pack.Title,
                Text = pack.Text,
                ThemeCode = pack.ThemeCode,
            }
        );
        item.ProposeLead(pack.ProposedLeadCode);
        var from = workshop.EndsOn;
        item.Supporting.AddRange(
            pack.SupportingCodes.Select(code => new RecommendationSupport
            {
                RecommendationId = item.Id,
                Recommendation = item,
                OrganisationCode = code,
                From = from,
            })
        );
        item.Places.AddRange(
            pack.PlaceCodes.Select(code => new RecommendationPlace
            {
                RecommendationId = item.Id,
                Recommendation = item,
                PlaceCode = code,
                From = from,
            })
        );
        item.FrameworkEntries.AddRange(
            pack.FrameworkEntryCodes.Select(code => new RecommendationFrameworkEntry
            {
                RecommendationId = item.Id,
                Recommendation = item,
                EntryCode = code,
                From = from,
            })
        );
        write.Context.Add(item);
    }
}
