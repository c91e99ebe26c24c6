using System.Text.Json;

namespace Tracker.Core.Drafts;

/// <summary>Unsaved text as it was typed, and when it was last kept.</summary>
/// <param name="Fields">Name of the input and what stood in it.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record KeptDraft(IReadOnlyDictionary<string, string> Fields, DateTime SavedAt)
{
    public string? this[string field] => Fields.TryGetValue(field, out var text) ? text : null;
}

/// <summary>The names of the forms whose text is kept.</summary>
public static class DraftForms
{
    /// <summary>The input that carries the command's id.</summary>
    public const string CommandField = "Input.CommandId";

    private const string OfUpdate = "update ";

    public static string Update(string code) => OfUpdate + code;

    /// <summary>The recommendation that a form's name speaks of; null where it is no such name.</summary>
    public static string? CodeOf(string form) =>
        form.StartsWith(OfUpdate, StringComparison.Ordinal) && form.Length > OfUpdate.Length
            ? form[OfUpdate.Length..]
            : null;
}

/// <summary>Drafts as they are stored.</summary>
public static class DraftText
{
    /// <summary>Characters of all fields together, as stored.</summary>
    public const int Longest = 40_000;
    public const int LongestForm = 100;

    public static string Write(IReadOnlyDictionary<string, string> fields) =>
        JsonSerializer.Serialize(fields);

    public static IReadOnlyDictionary<string, string> Read(string stored) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(stored) ?? [];
}
