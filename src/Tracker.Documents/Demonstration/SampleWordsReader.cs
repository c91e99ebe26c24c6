using Tracker.Core.Demonstration;
using Tracker.Core.Words;
using Tracker.Documents.Seed;

namespace Tracker.Documents.Demonstration;

/// <summary>Reads the words of sample data that ship with the program.</summary>
public static class SampleWordsReader
{
    private const string Folder = "demonstration/";

    /// <exception cref="InvalidDataException">A file is malformed; the message names file, record and column.</exception>
    public static SampleWords Read()
    {
        var files = PackFiles.Embedded;
        var sentences = files.Read(Folder + "sentences.csv").ToLookup(r => r.Required("part"));
        var mark = Said(sentences["mark"].Single());
        return new SampleWords
        {
            Organisations =
            [
                .. files
                    .ReadKeyed(Folder + "organisations.csv", "code")
                    .Select(r => new SampleOrganisation(
                        r.Required("code"),
                        r.Required("kind"),
                        r.YesOrNo("can_lead"),
                        Marked(mark, new Bilingual(r.Required("fr"), r.Required("en"))),
                        r.Optional("acronym")
                    )),
            ],
            Openings = All(sentences["opening"]),
            Objects = sentences["object"]
                .GroupBy(r => r.Required("key"))
                .ToDictionary(g => g.Key, All),
            Groups = All(sentences["group"]),
            Places = Keyed(sentences["place"]),
            Term = Said(sentences["term"].Single()),
            Aims = All(sentences["aim"]),
            Means = All(sentences["means"]),
            Updates = All(sentences["update"]),
            Moved = All(sentences["moved"]),
            Deferred = All(sentences["deferred"]),
            Dropped = All(sentences["dropped"]),
            Events = Keyed(sentences["event"]),
            Topics = Keyed(sentences["topic"]),
        };
    }

    private static IReadOnlyList<Bilingual> All(IEnumerable<PackRecord> records) =>
        [.. records.Select(Said)];

    private static Dictionary<string, Bilingual> Keyed(IEnumerable<PackRecord> records) =>
        records.ToDictionary(r => r.Required("key"), Said, StringComparer.Ordinal);

    private static Bilingual Said(PackRecord record) =>
        new(record.Optional("fr"), record.Optional("en"));

    private static Bilingual Marked(Bilingual mark, Bilingual name) =>
        new(
            mark.Fr!.Replace("{0}", name.Fr, StringComparison.Ordinal),
            mark.En!.Replace("{0}", name.En, StringComparison.Ordinal)
        );
}
