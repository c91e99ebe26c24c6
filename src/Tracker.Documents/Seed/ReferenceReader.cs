using Tracker.Core.Seed;

namespace Tracker.Documents.Seed;

/// <summary>Reads organisations with their dated names, places and themes.</summary>
internal sealed class ReferenceReader(PackFiles files)
{
    private const string NamesFile = "organisation_names.csv";

    public IReadOnlyList<PackOrganisation> Organisations()
    {
        var records = files.ReadKeyed("organisations.csv", "code");
        var codes = CodesOf(records);
        var names = files.Read(NamesFile).ToLookup(n => n.Known("org_code", codes), Name);
        return [.. records.Select(r => Organisation(r, codes, [.. names[r.Required("code")]]))];
    }

    public IReadOnlyList<PackPlace> Places()
    {
        var records = files.ReadKeyed("geography_mali.csv", "code");
        var codes = CodesOf(records);
        return [.. records.Select(r => Place(r, codes))];
    }

    public IReadOnlyList<PackTheme> Themes() =>
        [
            .. files
                .ReadKeyed("themes.csv", "code")
                .Select(r => new PackTheme(
                    r.Required("code"),
                    r.Both("name"),
                    r.Both("description"),
                    r.Whole("sort_order")
                )),
        ];

    public IReadOnlyList<PackCause> BlockerCauses() =>
        [
            .. files
                .ReadKeyed("blocker_causes.csv", "code")
                .Select(r => new PackCause(
                    r.Required("code"),
                    r.Both("name"),
                    r.Whole("sort_order")
                )),
        ];

    private static PackOrganisation Organisation(
        PackRecord record,
        HashSet<string> codes,
        IReadOnlyList<PackName> names
    )
    {
        if (names.Count == 0)
        {
            throw record.Fault("code", $"has no name in {NamesFile}");
        }
        var kind = record.OneOf(
            "kind",
            "government",
            "local_authority",
            "diaspora_organisation",
            "civil_society",
            "un",
            "regional_body",
            "donor"
        );
        var parent = record.KnownOrNone("parent_code", codes);
        return new(record.Required("code"), kind, parent, record.YesOrNo("can_lead"), names);
    }

    private static PackName Name(PackRecord record) =>
        new(
            record.Both("name"),
            record.Optional("acronym"),
            record.OptionalDate("valid_from"),
            record.OptionalDate("valid_to")
        );

    private static PackPlace Place(PackRecord record, HashSet<string> codes) =>
        new(
            record.Required("code"),
            record.OneOf("level", "country", "region", "district", "cercle", "scope"),
            record.KnownOrNone("parent_code", codes),
            record.Both("name"),
            record.OptionalDate("valid_from"),
            record.OptionalDate("valid_to")
        );

    private static HashSet<string> CodesOf(IEnumerable<PackRecord> records) =>
        records.Select(r => r.Required("code")).ToHashSet(StringComparer.Ordinal);
}
