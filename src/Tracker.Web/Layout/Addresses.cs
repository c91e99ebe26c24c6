using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Tracker.Core.Words;
using Tracker.Web.Text;

namespace Tracker.Web.Layout;

/// <summary>Addresses made from the page's own.</summary>
public static class Addresses
{
    /// <summary>Path and query of the page, without a fragment.</summary>
    public static string Here(this NavigationManager navigation)
    {
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        var fragment = here.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? here : here[..fragment];
    }

    /// <summary>A place in the page. A bare <c>#id</c> would lead to the start page, because of <c>base</c>.</summary>
    public static string Here(this NavigationManager navigation, string id) =>
        $"{navigation.Here()}#{id}";

    /// <summary>The same page in another language: every other parameter stays as it was written.</summary>
    public static string In(string here, Language language) =>
        Without(here, Languages.Parameter)
            .Append(Languages.Parameter)
            .Append('=')
            .Append(Codes.Of(language))
            .ToString();

    /// <summary>The same page with every other parameter as it was written, ready for one more.</summary>
    public static StringBuilder Without(string here, string parameter)
    {
        var question = here.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? here : here[..question];
        var address = new StringBuilder(path).Append('?');
        foreach (var part in new QueryStringEnumerable(question < 0 ? "" : here[question..]))
        {
            var name = part.DecodeName().Span;
            if (!name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                address.Append(part.EncodedName).Append('=').Append(part.EncodedValue).Append('&');
            }
        }
        return address;
    }
}
