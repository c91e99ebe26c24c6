using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Workshops;

/// <summary>Entering and correcting workshops.</summary>
public sealed class WorkshopCommands
{
    private readonly Store _store;

    internal WorkshopCommands(Store store) => _store = store;

    /// <summary>Done carries the code.</summary>
    public Task<Outcome> CreateAsync(
        Actor actor,
        WorkshopEntry entry,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.CreateWorkshop,
            async (write, token) =>
            {
                if (AccessRules.ToEnter(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                var faults = await FaultsAsync(write, entry, token);
                if (await write.Context.Workshops.AnyAsync(w => w.Code == entry.Code, token))
                {
                    faults.Add(new("Code", Fault.CodeTaken, entry.Code));
                }
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                var workshop = new Workshop { Code = entry.Code };
                write.Context.Add(workshop);
                Apply(write, workshop, entry);
                return new Outcome.Done(entry.Code);
            },
            cancellation
        );

    /// <summary>Corrects everything but the code.</summary>
    public Task<Outcome> CorrectAsync(
        Actor actor,
        string code,
        long version,
        WorkshopEntry entry,
        CancellationToken cancellation = default
    ) =>
        _store.WriteAsync(
            actor,
            Deed.CorrectWorkshop,
            async (write, token) =>
            {
                var workshop = await write
                    .Context.Workshops.AsSplitQuery()
                    .Include(w => w.Organisers)
                    .Include(w => w.Funders)
                    .VisibleTo(write.Actor)
                    .SingleOrDefaultAsync(w => w.Code == code, token);
                if (workshop is null)
                {
                    return new Outcome.NotFound();
                }
                if (AccessRules.ToEnter(write.Actor) is { } refusal)
                {
                    return new Outcome.Refused(refusal);
                }
                if (workshop.Version != version)
                {
                    return Beside(entry, workshop);
                }
                var faults = await FaultsAsync(write, entry with { Code = code }, token);
                if (faults.Count > 0)
                {
                    return new Outcome.Invalid(faults);
                }
                Apply(write, workshop, entry);
                // Links alone changed is a change of the workshop too.
                write.Context.Entry(workshop).State = EntityState.Modified;
                return new Outcome.Done(code);
            },
            cancellation
        );

    private static void Apply(Write write, Workshop workshop, WorkshopEntry entry)
    {
        workshop.Type = entry.Type!.Value;
        (workshop.NameFr, workshop.NameEn) = (Typed.Of(entry.Name.Fr), Typed.Of(entry.Name.En));
        (workshop.ThemeFr, workshop.ThemeEn) = (Typed.Of(entry.Theme.Fr), Typed.Of(entry.Theme.En));
        (workshop.StartsOn, workshop.EndsOn) = (entry.StartsOn!.Value, entry.EndsOn!.Value);
        workshop.Venue = Typed.Of(entry.Venue);
        workshop.PlaceCode = Typed.Of(entry.Place);
        workshop.Source = Typed.Of(entry.Source);
        Set(
            write,
            workshop.Organisers,
            o => o.OrganisationCode,
            entry.Organisers,
            code => new WorkshopOrganiser
            {
                Workshop = workshop,
                WorkshopId = workshop.Id,
                OrganisationCode = code,
            }
        );
        Set(
            write,
            workshop.Funders,
            f => f.OrganisationCode,
            entry.Funders,
            code => new WorkshopFunder
            {
                Workshop = workshop,
                WorkshopId = workshop.Id,
                OrganisationCode = code,
            }
        );
    }

    private static void Set<T>(
        Write write,
        List<T> links,
        Func<T, string> codeOf,
        IReadOnlyList<string> wanted,
        Func<string, T> link
    )
        where T : class
    {
        foreach (var gone in links.Where(l => !wanted.Contains(codeOf(l))).ToList())
        {
            write.Context.Remove(gone);
        }
        foreach (var code in wanted.Distinct().Where(c => !links.Exists(l => codeOf(l) == c)))
        {
            write.Context.Add(link(code));
        }
    }

    private static async Task<List<FieldFault>> FaultsAsync(
        Write write,
        WorkshopEntry entry,
        CancellationToken cancellation
    )
    {
        var faults = entry.Check(write.Today).ToList();
        var asked = entry.Organisers.Concat(entry.Funders).ToList();
        var known = await write
            .Context.Organisations.Where(o => asked.Contains(o.Code))
            .Select(o => o.Code)
            .ToListAsync(cancellation);
        faults.AddRange(EntryChecks.Missing("Organisers", entry.Organisers, known));
        faults.AddRange(EntryChecks.Missing("Funders", entry.Funders, known));
        if (
            Typed.Of(entry.Place) is { } place
            && !await write.Context.Places.Select(p => p.Code).HoldAsync(place, cancellation)
        )
        {
            faults.Add(new("Place", Fault.Unknown, place));
        }
        return faults;
    }

    private static Outcome.Conflict Beside(WorkshopEntry entry, Workshop workshop) =>
        new Conflicts()
            .Beside("name_fr", entry.Name.Fr, workshop.NameFr)
            .Beside("name_en", entry.Name.En, workshop.NameEn)
            .Beside("starts_on", entry.StartsOn, workshop.StartsOn)
            .Beside("ends_on", entry.EndsOn, workshop.EndsOn)
            .Beside("type", entry.Type is { } type ? Codes.Of(type) : null, Codes.Of(workshop.Type))
            .Beside("theme_fr", entry.Theme.Fr, workshop.ThemeFr)
            .Beside("theme_en", entry.Theme.En, workshop.ThemeEn)
            .Beside("venue", entry.Venue, workshop.Venue)
            .Beside("place_code", entry.Place, workshop.PlaceCode)
            .Beside("source", entry.Source, workshop.Source)
            .Beside(
                "organiser",
                entry.Organisers,
                workshop.Organisers.Select(o => o.OrganisationCode)
            )
            .Beside("funder", entry.Funders, workshop.Funders.Select(f => f.OrganisationCode))
            .At(workshop.Version);
}
