using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Tracker.Web.Layout;

/// <summary>MudBlazor's own words (names of buttons said by screen readers) in French; English is built in.</summary>
internal sealed class MudWords : MudLocalizer
{
    private static readonly ResourceManager Resources = new(typeof(MudWords));

    public override LocalizedString this[string key] =>
        Resources.GetString(key, CultureInfo.CurrentUICulture) is { } text
            ? new LocalizedString(key, text)
            : new LocalizedString(key, key, resourceNotFound: true);
}
