using Tracker.Core.Evidence;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;

namespace Tracker.Documents.Exports;

/// <summary>A family of codes with the word for each, in the order of the vocabulary.</summary>
internal sealed record CodeFamily(
    string Name,
    IReadOnlyList<KeyValuePair<string, Bilingual>> Words
);

/// <summary>The words of all coded values, asked for once an export and not once a row.</summary>
internal sealed class ExportLabels
{
    private readonly CodeFamily status;
    private readonly CodeFamily acceptance;

    public ExportLabels(WordOf words)
    {
        status = Family<ImplementationStatus>("status", words);
        acceptance = Family<Acceptance>("acceptance", words);
        var flags = Family<Flags>("flag", words, nameof(Flags.None));
        Families =
        [
            status,
            acceptance,
            Family<RecommendationKind>("kind", words),
            Family<LeadStanding>("lead", words),
            Family<Frequency>("frequency", words),
            Family<ClosureOutcome>("closure_outcome", words),
            Family<UpdateKind>("update_kind", words),
            Family<EvidenceKind>("evidence_kind", words),
            Family<EvidenceVisibility>("evidence_visibility", words),
            flags,
        ];
    }

    public IReadOnlyList<CodeFamily> Families { get; }

    public Bilingual Of(ImplementationStatus value) => status.Words[(int)value].Value;

    public Bilingual Of(Acceptance value) => acceptance.Words[(int)value].Value;

    /// <summary>All words: equal for two that say the same.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Families.SelectMany(f =>
                f.Words.Select(w => $"{f.Name} {w.Key} {w.Value.Fr} {w.Value.En}")
            )
        );

    private static CodeFamily Family<T>(string name, WordOf words, string? without = null)
        where T : struct, Enum =>
        new(
            name,
            [
                .. Enum.GetValues<T>()
                    .Where(value => value.ToString() != without)
                    .Select(Codes.Of)
                    .Select(code => KeyValuePair.Create(code, Both($"{name}.{code}", words))),
            ]
        );

    private static Bilingual Both(string key, WordOf words) =>
        new(words(key, Language.Fr), words(key, Language.En));
}
