using System.Globalization;
using System.Resources;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Text;

public sealed class Every_deed_has_words
{
    public static TheoryData<Deed, string> Deeds =>
        [.. Enum.GetValues<Deed>().SelectMany(d => new[] { (d, "fr"), (d, "en") })];

    [Theory, MemberData(nameof(Deeds))]
    public void In_the_history_of_both_languages(Deed deed, string language)
    {
        var words = new ResourceManager(typeof(RecordText));
        Assert.NotNull(
            words.GetString("deed." + Codes.Of(deed), CultureInfo.GetCultureInfo(language))
        );
    }
}
