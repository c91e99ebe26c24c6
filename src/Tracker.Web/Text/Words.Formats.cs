using System.Globalization;
using Microsoft.Extensions.Localization;
using Tracker.Core.Progress;
using Tracker.Core.Words;

namespace Tracker.Web.Text;

public sealed partial class Words
{
    private const char Space = '\u00A0';
    private const char ThinSpace = '\u202F';

    private bool French => Language == Language.Fr;

    /// <summary>31/12/2021, in both languages: the programme's own habit, also in English.</summary>
    public string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>12 octobre 2021, 1ᵉʳ octobre 2021; 12 October 2021.</summary>
    public string DayInWords(DateOnly day)
    {
        var number =
            French && day.Day == 1 ? "1ᵉʳ" : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{number}{Space}{day.ToString("MMMM", Culture)}{Space}{day.Year:0000}";
    }

    /// <summary>T3 2021 in French, Q3 2021 in English.</summary>
    public string Quarter(Quarter quarter) =>
        $"{(French ? 'T' : 'Q')}{quarter.Number.ToString(CultureInfo.InvariantCulture)}{Space}{quarter.Year:0000}";

    /// <summary>14 h 32 in French, 14:32 in English, on the programme's clock.</summary>
    public string Time(DateTime utc)
    {
        var local = clock.Local(utc);
        return local.ToString(
            French ? $"H'{Space}h{Space}'mm" : "HH':'mm",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>12 octobre 2021, 14 h 32, on the programme's clock.</summary>
    public string Moment(DateTime utc) => $"{DayInWords(clock.DayOf(utc))}, {Time(utc)}";

    /// <summary>12/10/2021 14:32 for tables, on the programme's clock.</summary>
    public string ShortMoment(DateTime utc) =>
        clock.Local(utc).ToString($"dd'/'MM'/'yyyy'{Space}'HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>1 234 in French, 1,234 in English.</summary>
    public string Number(int value) => Number((long)value);

    public string Number(long value)
    {
        var grouped = value.ToString("#,0", CultureInfo.InvariantCulture);
        return French ? grouped.Replace(',', ThinSpace) : grouped;
    }

    /// <summary>45 % in French, 45% in English.</summary>
    public string Percent(int value) =>
        French ? $"{Number(value)}{ThinSpace}%" : $"{Number(value)}%";

    /// <summary>104 j in French, 104 d in English.</summary>
    public string Days(int count) => this["days.short", Number(count)];

    /// <summary>The form of <c>key.zero</c>, <c>key.one</c> or <c>key.other</c> that the number asks for.</summary>
    public string Count(string key, int n) => Counted(k => Find(k, Language), key, n);

    /// <summary>The same over a feature's own texts.</summary>
    public string Count(IStringLocalizer text, string key, int n) =>
        Counted(k => text[k] is { ResourceNotFound: false } found ? found.Value : null, key, n);

    private string Counted(Func<string, string?> find, string key, int n)
    {
        // French counts zero in the singular, English in the plural.
        var one = n is 1 or -1 || (French && n == 0);
        var form = (n == 0 ? find(key + ".zero") : null) ?? find(key + (one ? ".one" : ".other"));
        return form is null ? key : string.Format(Culture, form, Number(n));
    }
}
