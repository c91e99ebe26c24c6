using Tracker.Core.Words;

namespace Tracker.Core.Lists;

/// <summary>One value of a list as a form or a filter offers it.</summary>
/// <param name="Short">The acronym, where people know the thing by it.</param>
/// <param name="Group">What the list is divided by: a framework, a kind of organisation, a level of place.</param>
/// <param name="Depth">How far under its parent it stands.</param>
public sealed record Choice(
    string Code,
    Bilingual Name,
    string? Short = null,
    string? Group = null,
    int Depth = 0
)
{
    /// <summary>As people say it: the acronym, else the name.</summary>
    public string Spoken(Language language) =>
        Acronym.In(Short, language) ?? Name.In(language).Text;
}

/// <summary>The lists that filters and forms offer. Order is the order to show.</summary>
public sealed record ChoiceLists(
    IReadOnlyList<Choice> Themes,
    IReadOnlyList<Choice> Organisations,
    IReadOnlyList<Choice> Workshops,
    IReadOnlyList<Choice> Places,
    IReadOnlyList<Choice> Frameworks
)
{
    /// <summary>What can hold work up, retired causes included: filters still name them.</summary>
    public IReadOnlyList<Choice> Causes { get; init; } = [];
}
