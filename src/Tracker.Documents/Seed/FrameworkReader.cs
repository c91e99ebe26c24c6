using Tracker.Core.Seed;
using Tracker.Core.Words;

namespace Tracker.Documents.Seed;

/// <summary>Reads the reference frameworks: each file keeps its own columns, all become entries with a level.</summary>
internal sealed class FrameworkReader(PackFiles files)
{
    private const string Folder = "frameworks/";
    private const string List = Folder + "frameworks.csv";

    public IReadOnlyList<PackFramework> Read() =>
        [.. files.ReadKeyed(List, "code").Select(Framework)];

    private PackFramework Framework(PackRecord record)
    {
        IEnumerable<PackFrameworkEntry> entries = record.Required("code") switch
        {
            "GCM" => Objectives().Concat(Principles()),
            "SDG" => Entries("sdg_targets.csv", (r, _) => Entry(r, "target", r.Both("label"))),
            "MGI" => Entries(
                "mgi_dimensions.csv",
                (r, known) => Levelled(r, known, "dimension", "area")
            ),
            "PONAM" => Entries(
                "ponam_pillars.csv",
                (r, known) =>
                    Levelled(r, known, "policy", "vision_strand", "axis", "action_plan", "review")
            ),
            "INS" => Entries(
                "au_ecowas_instruments.csv",
                (r, _) => Entry(r, "instrument", r.Both("name"))
            ),
            var code => throw record.Fault("code", $"names '{code}', for which no file is read"),
        };
        return new(
            record.Required("code"),
            record.Both("name"),
            [.. entries.Select((entry, index) => entry with { SortOrder = index + 1 })]
        );
    }

    private IEnumerable<PackFrameworkEntry> Objectives() =>
        Entries(
            "gcm_objectives.csv",
            (r, _) => Entry(r, "objective", r.Both("short")) with { FullTitle = r.Both("title") }
        );

    private IEnumerable<PackFrameworkEntry> Principles() =>
        Entries("gcm_principles.csv", (r, _) => Entry(r, "principle", r.Both("name")));

    private static PackFrameworkEntry Levelled(
        PackRecord record,
        HashSet<string> known,
        params string[] levels
    ) =>
        Entry(record, record.OneOf("level", levels), record.Both("name")) with
        {
            ParentCode = record.KnownOrNone("parent_code", known),
        };

    private static PackFrameworkEntry Entry(PackRecord record, string level, Bilingual name) =>
        new(record.Required("code"), level, null, name, default, 0);

    private IEnumerable<PackFrameworkEntry> Entries(
        string file,
        Func<PackRecord, HashSet<string>, PackFrameworkEntry> entry
    )
    {
        var records = files.ReadKeyed(Folder + file, "code");
        var known = records.Select(r => r.Required("code")).ToHashSet(StringComparer.Ordinal);
        return records.Select(record => entry(record, known));
    }
}
