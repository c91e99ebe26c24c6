using System.Globalization;
using Tracker.Core.Dashboard;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Documents.Exports;

/// <summary>One line of the summary: all, a theme, a lead.</summary>
/// <param name="Group">all, theme or lead.</param>
internal sealed record SummaryRow(string Group, string? Code, Bilingual Label)
{
    public Dictionary<(ImplementationStatus Status, bool Refused), int> Numbers { get; } = [];
    public int Overdue { get; set; }

    public int Total => Numbers.Values.Sum();

    public int Of(ImplementationStatus status) =>
        Numbers.Where(n => n.Key.Status == status).Sum(n => n.Value);

    /// <summary>Not refused by the lead and still applicable: what the rates divide by.</summary>
    public int Followed =>
        Numbers
            .Where(n => !n.Key.Refused && n.Key.Status != ImplementationStatus.NoLongerApplicable)
            .Sum(n => n.Value);

    public int Bound(ImplementationStatus status) => Numbers.GetValueOrDefault((status, false));
}

/// <summary>
/// The columns of the summary. Its numbers are formulas over the flat sheet, so that whoever filters or corrects there
/// sees them move.
/// </summary>
internal static class SummaryColumns
{
    private const string Flat = "Recommandations";
    private const double Number = 14;

    public static IReadOnlyList<ExportColumn<SummaryRow>> All { get; } =
    [
        new TextColumn<SummaryRow>("group", 12, (r, _) => r.Group),
        new TextColumn<SummaryRow>("group_code", 16, (r, _) => r.Code),
        new TextColumn<SummaryRow>("label_fr", 44, (r, _) => r.Label.Fr),
        new TextColumn<SummaryRow>("label_en", 44, (r, _) => r.Label.En),
        new FormulaColumn<SummaryRow>(
            "total",
            Number,
            "number",
            (r, at) => Count(r, at),
            r => r.Total
        ),
        .. Enum.GetValues<ImplementationStatus>().Select(Status),
        new FormulaColumn<SummaryRow>(
            "overdue",
            Number,
            "number",
            (r, at) => Count(r, at, Where("is_overdue", "1")),
            r => r.Overdue
        ),
        new FormulaColumn<SummaryRow>("followed", Number, "number", Followed, r => r.Followed),
        new FormulaColumn<SummaryRow>(
            "declared",
            Number,
            "number",
            (r, at) => $"{Bound(r, at, "implemented")}+{Bound(r, at, "verified")}",
            r => r.Bound(ImplementationStatus.Implemented) + r.Bound(ImplementationStatus.Verified)
        ),
        new FormulaColumn<SummaryRow>(
            "verified_followed",
            Number,
            "number",
            (r, at) => Bound(r, at, "verified"),
            r => r.Bound(ImplementationStatus.Verified)
        ),
        Rate("declared_rate", "declared"),
        Rate("verified_rate", "verified_followed"),
    ];

    /// <summary>The letter of a column of the summary itself: A, B...</summary>
    private static string Letter(string name) =>
        ((char)('A' + Names.IndexOf(name))).ToString(CultureInfo.InvariantCulture);

    private static readonly List<string> Names =
    [
        "group",
        "group_code",
        "label_fr",
        "label_en",
        "total",
        .. Enum.GetValues<ImplementationStatus>().Select(Codes.Of),
        "overdue",
        "followed",
        "declared",
        "verified_followed",
    ];

    private static FormulaColumn<SummaryRow> Status(ImplementationStatus status) =>
        new(
            Codes.Of(status),
            Number,
            "number",
            (r, at) => Count(r, at, Where("status", $"\"{Codes.Of(status)}\"")),
            r => r.Of(status)
        );

    private static FormulaColumn<SummaryRow> Rate(string name, string over) =>
        new(
            name,
            Number,
            "rate",
            (_, at) =>
            {
                var (part, whole) = ($"{Letter(over)}{at}", $"{Letter("followed")}{at}");
                return $"IF({whole}=0,0,{part}/{whole})";
            },
            r =>
                r.Followed == 0
                    ? 0
                    : (
                        r.Bound(ImplementationStatus.Verified)
                        + (over == "declared" ? r.Bound(ImplementationStatus.Implemented) : 0)
                    ) / (double)r.Followed
        );

    private static string Followed(SummaryRow row, int at) =>
        Count(
            row,
            at,
            Where("acceptance", "\"<>not_accepted\""),
            Where("status", "\"<>no_longer_applicable\"")
        );

    private static string Bound(SummaryRow row, int at, string status) =>
        Count(row, at, Where("acceptance", "\"<>not_accepted\""), Where("status", $"\"{status}\""));

    private static string Count(SummaryRow row, int at, params string[] where)
    {
        string[] own = row.Group switch
        {
            "theme" => [Where("theme_code", $"$B{at}")],
            "lead" when row.Code is null => [Where("lead_code", "\"\"")],
            "lead" => [Where("lead_code", $"$B{at}")],
            // A file without rows has one blank: counted, it would be a recommendation.
            _ => [Where("code", "\"?*\"")],
        };
        return $"COUNTIFS({string.Join(',', own.Concat(own[0].Contains("\"\"", StringComparison.Ordinal) ? [Where("code", "\"?*\"")] : []).Concat(where))})";
    }

    private static string Where(string column, string condition) => $"{Flat}[{column}],{condition}";
}

/// <summary>Counts the summary while the flat sheet is written.</summary>
internal sealed class SummaryCount
{
    private readonly SummaryRow _all = new("all", null, default);
    private readonly SortedDictionary<string, SummaryRow> _themes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SummaryRow> _leads = new(StringComparer.Ordinal);

    public IEnumerable<SummaryRow> Rows =>
        new[] { _all }.Concat(_themes.Values).Concat(_leads.Values);

    public void Add(ExportRow row)
    {
        Add(_all, row);
        Add(Of(_themes, "theme", row.ThemeCode, row.Theme), row);
        Add(Of(_leads, "lead", row.LeadCode, row.Lead), row);
    }

    private static SummaryRow Of(
        SortedDictionary<string, SummaryRow> rows,
        string group,
        string? code,
        Bilingual label
    )
    {
        var key = code ?? "\uFFFF";
        if (!rows.TryGetValue(key, out var found))
        {
            rows[key] = found = new SummaryRow(group, code, label);
        }
        return found;
    }

    private static void Add(SummaryRow to, ExportRow row)
    {
        var key = (row.Status, row.Acceptance == Acceptance.NotAccepted);
        to.Numbers[key] = to.Numbers.GetValueOrDefault(key) + 1;
        to.Overdue += row.Flags.HasFlag(Flags.Overdue) ? 1 : 0;
    }
}
