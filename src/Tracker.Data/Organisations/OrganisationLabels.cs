using Microsoft.EntityFrameworkCore;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Organisations;

/// <summary>The names organisations carry on a day.</summary>
internal static class OrganisationLabels
{
    /// <summary>Labels by code, for the codes given; a code without a name on that day keeps the code as its name.</summary>
    public static async Task<IReadOnlyDictionary<string, OrganisationLabel>> OnAsync(
        TrackerContext context,
        IEnumerable<string?> codes,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var wanted = codes.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<string, OrganisationLabel>();
        }
        var names = await context
            .OrganisationNames.AsNoTracking()
            .Where(n => EF.Parameter(wanted).Contains(n.OrganisationCode))
            .Where(HeldOn(day))
            .ToListAsync(cancellation);
        return wanted.ToDictionary(
            code => code,
            code => Label(code, names.Find(n => n.OrganisationCode == code))
        );
    }

    /// <summary>Labels of all organisations that carry a name on that day, by code.</summary>
    public static async Task<IReadOnlyDictionary<string, OrganisationLabel>> AllOnAsync(
        TrackerContext context,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var names = await context
            .OrganisationNames.AsNoTracking()
            .Where(HeldOn(day))
            .ToListAsync(cancellation);
        return names
            .DistinctBy(n => n.OrganisationCode, StringComparer.Ordinal)
            .ToDictionary(
                n => n.OrganisationCode,
                n => Label(n.OrganisationCode, n),
                StringComparer.Ordinal
            );
    }

    /// <summary>The label of a code without a name.</summary>
    public static OrganisationLabel Nameless(string code) => Label(code, null);

    public static System.Linq.Expressions.Expression<Func<OrganisationName, bool>> HeldOn(
        DateOnly day
    ) =>
        n => (n.ValidFrom == null || n.ValidFrom <= day) && (n.ValidTo == null || n.ValidTo >= day);

    private static OrganisationLabel Label(string code, OrganisationName? name) =>
        name is null
            ? new(code, new Bilingual(code, code), code)
            : new(code, new Bilingual(name.NameFr, name.NameEn), name.Acronym);
}
