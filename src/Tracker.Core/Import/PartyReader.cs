namespace Tracker.Core.Import;

/// <summary>Reads who leads and who supports. What nobody knows is said and kept as a text, never entered in the registry.</summary>
internal sealed class PartyReader(IReadOnlyList<ImportOrganisation> organisations)
{
    private static readonly char[] Between = ['/', ',', '\n'];

    private readonly OrganisationFinder _finder = new(organisations);
    private readonly HashSet<string> _leading =
    [
        .. organisations.Where(o => o.CanLead).Select(o => o.Code),
    ];

    /// <param name="Unknown">What was typed for owners whom the registry does not know.</param>
    public sealed record Parties(
        string? Lead,
        IReadOnlyList<string> Supporting,
        IReadOnlyList<string> Unknown
    );

    public Parties Read(string lead, string supporting, RowDraft draft)
    {
        var (codes, unknown) = (new List<string>(), new List<string>());
        var first = Lead(lead, draft, codes, unknown);
        foreach (var part in Parts(supporting, ';'))
        {
            Support(part, draft, codes, unknown);
        }
        codes.RemoveAll(c => c == first);
        return new(first, [.. codes.Distinct(StringComparer.Ordinal)], unknown);
    }

    private string? Lead(string typed, RowDraft draft, List<string> beside, List<string> unknown)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        var (code, isPlain) = _finder.Find(typed);
        if (code is null)
        {
            var parts = Parts(typed, [';', .. Between]);
            if (parts.Length < 2 || _finder.Find(parts[0]).Code is null)
            {
                draft.Note(ImportReasonKind.OrganisationUnknown, ImportField.Lead, typed.Trim());
                unknown.Add(typed.Trim());
                return null;
            }
            (code, isPlain) = (_finder.Find(parts[0]).Code!, true);
            draft.Note(ImportReasonKind.SeveralLeads, ImportField.Lead, code);
            foreach (var part in parts.Skip(1))
            {
                Support(part, draft, beside, unknown);
            }
        }
        if (!_leading.Contains(code))
        {
            draft.Note(ImportReasonKind.CannotLead, ImportField.Lead, code);
            beside.Add(code);
            return null;
        }
        if (!isPlain)
        {
            draft.Note(ImportReasonKind.OrganisationMatched, ImportField.Lead, code);
        }
        return code;
    }

    private void Support(string typed, RowDraft draft, List<string> codes, List<string> unknown)
    {
        if (_finder.Find(typed) is { Code: { } code } found)
        {
            codes.Add(code);
            if (!found.IsPlain)
            {
                draft.Note(ImportReasonKind.OrganisationMatched, ImportField.Supporting, code);
            }
            return;
        }
        var parts = Parts(typed, Between);
        if (parts.Length > 1)
        {
            foreach (var part in parts)
            {
                Support(part, draft, codes, unknown);
            }
            return;
        }
        draft.Note(ImportReasonKind.OrganisationUnknown, ImportField.Supporting, typed);
        unknown.Add(typed);
    }

    private static string[] Parts(string typed, params char[] separators) =>
        typed.Split(
            separators,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
