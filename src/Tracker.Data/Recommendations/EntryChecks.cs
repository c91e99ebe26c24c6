using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Recommendations;

/// <summary>The rules of an entry that need the lists: codes that exist, a code still free, a lead that can lead.</summary>
internal static class EntryChecks
{
    public static async Task<IReadOnlyList<FieldFault>> FaultsAsync(
        TrackerContext context,
        RecommendationEntry entry,
        bool isNew,
        CancellationToken cancellation
    )
    {
        var faults = entry.Check().ToList();
        if (
            isNew && await context.Recommendations.AnyAsync(r => r.Code == entry.Code, cancellation)
        )
        {
            faults.Add(new("Code", Fault.CodeTaken, entry.Code));
        }
        if (
            entry.ThemeCode is { Length: > 0 } theme
            && !await context.Themes.Select(t => t.Code).HoldAsync(theme, cancellation)
        )
        {
            faults.Add(new("Theme", Fault.Unknown, theme));
        }
        if (
            await LeadFaultAsync(context, "ProposedLead", entry.ProposedLead, cancellation) is
            { } fault
        )
        {
            faults.Add(fault);
        }
        var places = await context
            .Places.Where(p => entry.Places.Contains(p.Code))
            .Select(p => p.Code)
            .ToListAsync(cancellation);
        faults.AddRange(Missing("Places", entry.Places, places));
        var entries = await context
            .FrameworkEntries.Where(e => entry.FrameworkEntries.Contains(e.Code))
            .Select(e => e.Code)
            .ToListAsync(cancellation);
        faults.AddRange(Missing("FrameworkEntries", entry.FrameworkEntries, entries));
        return faults;
    }

    /// <summary>A lead must be of the registry and able to lead (organisations.csv, can_lead).</summary>
    public static async Task<FieldFault?> LeadFaultAsync(
        TrackerContext context,
        string field,
        string? lead,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrEmpty(lead))
        {
            return null;
        }
        var registry = context.Organisations;
        if (!await registry.Select(o => o.Code).HoldAsync(lead, cancellation))
        {
            return new FieldFault(field, Fault.Unknown, lead);
        }
        var leading = registry.Where(o => o.CanLead).Select(o => o.Code);
        return await leading.HoldAsync(lead, cancellation)
            ? null
            : new FieldFault(field, Fault.CannotLead, lead);
    }

    public static IEnumerable<FieldFault> Missing(
        string field,
        IEnumerable<string> asked,
        List<string> known
    ) => asked.Where(c => !known.Contains(c)).Select(c => new FieldFault(field, Fault.Unknown, c));
}
