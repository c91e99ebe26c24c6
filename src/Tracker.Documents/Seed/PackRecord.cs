using System.Globalization;
using Tracker.Core.Words;

namespace Tracker.Documents.Seed;

/// <summary>One record of a pack file, read by column name. Every fault names file, record and column.</summary>
/// <param name="File">The file as it is called in the pack.</param>
/// <param name="Number">Number of the record after the header; the first is 1.</param>
/// <param name="Fields">Value by column.</param>
internal sealed record PackRecord(
    string File,
    int Number,
    IReadOnlyDictionary<string, string> Fields
)
{
    public string Required(string column) => Optional(column) ?? throw Fault(column, "is empty");

    public string? Optional(string column)
    {
        if (!Fields.TryGetValue(column, out var value))
        {
            throw Fault(column, "is missing from the header");
        }
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public Bilingual Both(string stem) => new(Required(stem + "_fr"), Required(stem + "_en"));

    public Bilingual Either(string stem) => new(Optional(stem + "_fr"), Optional(stem + "_en"));

    public DateOnly Date(string column) => OptionalDate(column) ?? throw Fault(column, "is empty");

    public DateOnly? OptionalDate(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }
        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            default,
            out var day
        )
            ? day
            : throw Fault(column, $"holds '{text}', which is no date written yyyy-MM-dd");
    }

    public int Whole(string column)
    {
        var text = Required(column);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault(column, $"holds '{text}', which is no whole number");
    }

    public bool YesOrNo(string column) => OneOf(column, "yes", "no") == "yes";

    public string OneOf(string column, params string[] allowed)
    {
        var text = Required(column);
        return allowed.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Fault(column, $"holds '{text}', which is none of {string.Join(", ", allowed)}");
    }

    public T Coded<T>(string column)
        where T : struct, Enum => Codes.Parse<T>(OneOf(column, [.. Codes.All<T>()]));

    /// <summary>A code that stands elsewhere in the pack.</summary>
    public string Known(string column, HashSet<string> known) =>
        Checked(column, Required(column), known);

    public string? KnownOrNone(string column, HashSet<string> known) =>
        Optional(column) is { } code ? Checked(column, code, known) : null;

    /// <summary>Several codes in one cell, separated by semicolons.</summary>
    public IReadOnlyList<string> KnownCodes(string column, HashSet<string> known)
    {
        if (Optional(column) is not { } text)
        {
            return [];
        }
        var codes = text.Split(';');
        return codes.Distinct(StringComparer.Ordinal).Count() < codes.Length
            ? throw Fault(column, $"holds '{text}', with a repeated code")
            : [.. codes.Select(code => Checked(column, code, known))];
    }

    private string Checked(string column, string code, HashSet<string> known) =>
        known.Contains(code)
            ? code
            : throw Fault(column, $"names '{code}', which the pack does not know");

    public InvalidDataException Fault(string column, string what) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Domain pack, {File}, record {Number}, column {column}: {what}."
            )
        );
}
