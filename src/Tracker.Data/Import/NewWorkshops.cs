using Tracker.Core;
using Tracker.Core.Import;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Import;

/// <summary>The workshops that a file brings.</summary>
internal static class NewWorkshops
{
    /// <summary>Those whose records come in; a workshop of rows that are all held back waits for them.</summary>
    /// <returns>Null where all are there; a workshop that breaks a rule ends the whole.</returns>
    public static Outcome.Invalid? Create(
        Write write,
        ImportPreview preview,
        Dictionary<string, Workshop> workshops
    )
    {
        var wanted = preview
            .Records.Where(r => r.Action is ImportAction.Create or ImportAction.CreateWithWarning)
            .Select(r => r.Values.Workshop)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var proposed in preview.Workshops.Where(w => wanted.Contains(w.Code)))
        {
            var entry = new WorkshopEntry
            {
                Code = proposed.Code,
                Name = new Bilingual(proposed.Name, null),
                Type = EventType.Workshop,
                StartsOn = proposed.EndsOn,
                EndsOn = proposed.EndsOn,
                Venue = proposed.Venue,
                Place = proposed.Place,
            };
            if (entry.Check(write.Today) is { Count: > 0 } faults)
            {
                return new Outcome.Invalid([
                    .. faults.Select(f => f with { Field = $"{proposed.Code} {f.Field}" }),
                ]);
            }
            var workshop = new Workshop
            {
                Code = proposed.Code,
                Type = EventType.Workshop,
                NameFr = proposed.Name,
                StartsOn = proposed.EndsOn!.Value,
                EndsOn = proposed.EndsOn.Value,
                Venue = proposed.Venue,
                PlaceCode = proposed.Place,
            };
            write.Context.Add(workshop);
            workshops[workshop.Code] = workshop;
        }
        return null;
    }
}
