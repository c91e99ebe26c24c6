using Tracker.Core.Recommendations;
using Tracker.Core.Seed;

namespace Tracker.Documents.Seed;

/// <summary>Reads workshops and their recommendations, and holds their codes against the reference data.</summary>
internal sealed class WorkshopReader(PackFiles files, DomainPack reference)
{
    private static readonly string[] FrameworkColumns =
    [
        "gcm_objectives",
        "sdg_targets",
        "mgi_dimensions",
        "other_framework_codes",
    ];

    private readonly HashSet<string> organisations = Set(
        reference.Organisations.Select(o => o.Code)
    );
    private readonly HashSet<string> places = Set(reference.Places.Select(p => p.Code));
    private readonly HashSet<string> themes = Set(reference.Themes.Select(t => t.Code));
    private readonly HashSet<string> entries = Set(
        reference.Frameworks.SelectMany(f => f.Entries).Select(e => e.Code)
    );

    public DomainPack AddTo(DomainPack pack)
    {
        var workshops = files.ReadKeyed("workshops.csv", "code").Select(Workshop).ToList();
        var codes = Set(workshops.Select(w => w.Code));
        var recommendations = files
            .ReadKeyed("recommendations.csv", "code")
            .Select(r => Recommendation(r, codes));
        return pack with { Workshops = workshops, Recommendations = [.. recommendations] };
    }

    private PackWorkshop Workshop(PackRecord record)
    {
        var starts = record.Date("start_date");
        var ends = record.Date("end_date");
        if (ends < starts)
        {
            throw record.Fault("end_date", "lies before start_date");
        }
        return new(
            record.Required("code"),
            record.Both("name"),
            record.OneOf("event_type", "workshop", "forum", "meeting", "review"),
            starts,
            ends,
            record.Optional("place_fr"),
            record.KnownOrNone("geo_code", places),
            record.KnownCodes("organiser_org_codes", organisations),
            record.KnownCodes("funder_org_codes", organisations),
            record.Either("theme"),
            record.Optional("source")
        );
    }

    private PackRecommendation Recommendation(PackRecord record, HashSet<string> workshops) =>
        new(
            record.Required("code"),
            record.Known("workshop_code", workshops),
            record.Coded<RecommendationKind>("kind"),
            record.Both("title"),
            record.Both("text"),
            record.Known("theme_code", themes),
            record.KnownOrNone("suggested_lead_org_code", organisations),
            record.KnownCodes("supporting_org_codes", organisations),
            record.KnownCodes("geographic_scope", places),
            [.. FrameworkColumns.SelectMany(c => record.KnownCodes(c, entries)).Distinct()]
        );

    private static HashSet<string> Set(IEnumerable<string> codes) =>
        codes.ToHashSet(StringComparer.Ordinal);
}
