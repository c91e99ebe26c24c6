using Tracker.Core.Access;

namespace Tracker.Web.Recommendations;

/// <summary>A deed the reader may do: a link to its page, and the form that an open circuit shows instead.</summary>
/// <param name="Label">What the link says.</param>
/// <param name="Title">The heading of the dialog.</param>
/// <param name="Href">The page that works without scripts.</param>
/// <param name="Form">The component of the form; null where only the page exists.</param>
public sealed record RecordAction(string Label, string Title, string Href, Type? Form)
{
    /// <summary>Parameters of the form beyond the code.</summary>
    public IReadOnlyDictionary<string, object?> Others { get; init; } =
        new Dictionary<string, object?>();

    /// <summary>What it does; null for a link that only leads somewhere.</summary>
    public Deed? Deed { get; init; }

    /// <summary>A second line under the label.</summary>
    public string? Note { get; init; }
}
