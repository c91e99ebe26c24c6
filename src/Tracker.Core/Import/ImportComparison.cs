using System.Globalization;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>
/// What a record of a file would change of a recommendation that is there. A stranger's file never takes anything away:
/// its blank cells say nothing, and its lists add. A file of our own is whole: what is gone from it is meant to go.
/// </summary>
internal sealed class ImportComparison(ColumnMapping mapping)
{
    private readonly List<ImportDifference> _differences = [];

    /// <summary>The values that would stand afterwards, and what differs from now.</summary>
    public (ImportedValues Values, IReadOnlyList<ImportDifference> Differences) Of(
        ImportedValues read,
        ImportedBefore before,
        bool textIsKnown
    )
    {
        _differences.Clear();
        var values = read with
        {
            Workshop = before.Workshop,
            Code = before.Code,
            Kind = mapping.IsOwn ? read.Kind : before.Kind,
            Title = mapping.IsOwn ? read.Title : before.Title,
            Text =
                mapping.IsOwn ? read.Text
                : textIsKnown ? before.Text
                : new(read.Text.Fr ?? before.Text.Fr, read.Text.En ?? before.Text.En),
            Theme = Has(ImportField.Theme) ? read.Theme : before.Theme,
            Lead = Kept(ImportField.Lead, read.Lead, before.Lead),
            Supporting = Lists(ImportField.Supporting, read.Supporting, before.Supporting),
            Places = Lists(ImportField.Places, read.Places, before.Places),
            FrameworkEntries = Lists(
                ImportField.Goals,
                read.FrameworkEntries,
                before.FrameworkEntries
            ),
            DueDate =
                read.DueDate ?? (mapping.IsOwn && Has(ImportField.DueDate) ? null : before.DueDate),
            Status = read.Status ?? before.Status,
            Percent =
                read.Percent ?? (mapping.IsOwn && Has(ImportField.Percent) ? null : before.Percent),
        };
        Differ(ImportField.Kind, Codes.Of(before.Kind), Codes.Of(values.Kind));
        Differ(ImportField.TitleFr, before.Title.Fr, values.Title.Fr);
        Differ(ImportField.TitleEn, before.Title.En, values.Title.En);
        Differ(ImportField.Text, before.Text.Fr, values.Text.Fr);
        Differ(ImportField.TextEn, before.Text.En, values.Text.En);
        Differ(ImportField.Theme, before.Theme, values.Theme);
        Differ(ImportField.Lead, before.Lead, values.Lead);
        Differ(ImportField.Supporting, Joined(before.Supporting), Joined(values.Supporting));
        Differ(ImportField.Places, Joined(before.Places), Joined(values.Places));
        Differ(ImportField.Goals, Joined(before.FrameworkEntries), Joined(values.FrameworkEntries));
        Differ(ImportField.DueDate, Spelt(before.DueDate), Spelt(values.DueDate));
        Differ(ImportField.Status, Codes.Of(before.Status), Codes.Of(values.Status!.Value));
        Differ(ImportField.Percent, Spelt(before.Percent), Spelt(values.Percent));
        return (values, [.. _differences]);
    }

    private bool Has(ImportField field) => mapping.Columns.ContainsKey(field);

    private string? Kept(ImportField field, string? read, string? before) =>
        read ?? (mapping.IsOwn && Has(field) ? null : before);

    private IReadOnlyList<string> Lists(
        ImportField field,
        IReadOnlyList<string> read,
        IReadOnlyList<string> before
    ) =>
        mapping.IsOwn && Has(field)
            ? read
            : [.. before.Concat(read).Distinct(StringComparer.Ordinal)];

    private void Differ(ImportField field, string? before, string? after)
    {
        if (Plain(before) != Plain(after))
        {
            _differences.Add(new ImportDifference(field, before ?? "", after ?? ""));
        }
    }

    /// <summary>Line ends and spaces around it are no difference.</summary>
    private static string Plain(string? text) =>
        (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static string Joined(IEnumerable<string> codes) =>
        string.Join(';', codes.Order(StringComparer.Ordinal));

    private static string? Spelt(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Spelt(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
