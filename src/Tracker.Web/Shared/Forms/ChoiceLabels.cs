using Tracker.Core.Lists;
using Tracker.Core.Words;

namespace Tracker.Web.Shared.Forms;

/// <summary>Values of lists as forms write them.</summary>
public static class ChoiceLabels
{
    /// <summary>By acronym and name, since people know one or the other.</summary>
    public static string Label(this Choice choice, Language language)
    {
        var name = choice.Name.In(language).Text;
        return Acronym.In(choice.Short, language) is { } acronym ? $"{acronym} – {name}" : name;
    }

    /// <summary>Every value of a code list, in its own order.</summary>
    public static IReadOnlyList<Choice> Of<T>()
        where T : struct, Enum =>
        [
            .. Enum.GetValues<T>()
                .Select(value => new Choice(
                    Codes.Of(value),
                    new Bilingual(
                        Tracker.Web.Text.Words.WordFor(value, Language.Fr),
                        Tracker.Web.Text.Words.WordFor(value, Language.En)
                    )
                )),
        ];
}
