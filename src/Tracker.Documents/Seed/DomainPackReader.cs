using Tracker.Core.Seed;

namespace Tracker.Documents.Seed;

/// <summary>Reads the domain pack that ships with the program.</summary>
public static class DomainPackReader
{
    /// <summary>The reference data, and with it the Kayes workshop of 2020 and its recommendations where asked for.</summary>
    /// <exception cref="InvalidDataException">The pack is malformed; the message names file, record and column.</exception>
    public static DomainPack Read(bool withKayes) => Read(PackFiles.Embedded, withKayes);

    /// <summary>The records of one file of the pack as they stand, value by column.</summary>
    /// <param name="file">For example <c>status_transitions.csv</c> or <c>frameworks/sdg_targets.csv</c>.</param>
    /// <exception cref="InvalidDataException">There is no such file, or it is malformed.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string file) =>
        [.. PackFiles.Embedded.Read(file).Select(record => record.Fields)];

    internal static DomainPack Read(PackFiles files, bool withKayes)
    {
        var reference = new ReferenceReader(files);
        var pack = new DomainPack
        {
            Organisations = reference.Organisations(),
            Places = reference.Places(),
            Themes = reference.Themes(),
            BlockerCauses = reference.BlockerCauses(),
            Frameworks = new FrameworkReader(files).Read(),
        };
        return withKayes ? new WorkshopReader(files, pack).AddTo(pack) : pack;
    }
}
