using System.Globalization;
using System.Resources;
using Tracker.Core.Publishing;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Text;

namespace Tracker.Web.Publishing;

/// <summary>
/// A few sentences to copy into a memo, in a language of choice: counts written out, never a share without them.
/// </summary>
public sealed class PublicMemo
{
    private static readonly ResourceManager Resources = new(
        typeof(PublicText).FullName!,
        typeof(PublicText).Assembly
    );

    /// <summary>How many are followed, declared, verified and late.</summary>
    public string Of(PublishedWorkshop workshop, Language language)
    {
        var measures = workshop.Measures;
        var refused = workshop.Recommendations.Count(r => r.Acceptance == Acceptance.NotAccepted);
        var dropped = workshop.Recommendations.Count(r =>
            r.Acceptance != Acceptance.NotAccepted
            && r.Status == ImplementationStatus.NoLongerApplicable
        );
        return string.Join(
            ' ',
            new[]
            {
                Say(
                    "memo.done",
                    language,
                    measures.Verified.Denominator,
                    measures.Declared.Numerator,
                    measures.Verified.Numerator
                ),
                Say(
                    "memo.late",
                    language,
                    measures.Overdue.Numerator,
                    measures.Overdue.Denominator
                ),
                refused + dropped > 0 ? Say("memo.aside", language, refused, dropped) : null,
            }.OfType<string>()
        );
    }

    /// <summary>The same with the workshop and the date, to stand alone.</summary>
    public string Whole(PublishedWorkshop workshop, Language language) =>
        Say(
            "memo.head",
            language,
            workshop.Name.In(language).Text,
            workshop.Day.ToString("d MMMM yyyy", Languages.Culture(language)),
            workshop.Recommendations.Count
        )
        + " "
        + Of(workshop, language);

    private static string Say(string key, Language language, params object[] values) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Resources.GetString(key, Languages.Resources(language))
                ?? throw new ArgumentException($"No sentence for '{key}'.", nameof(key)),
            values
        );
}
