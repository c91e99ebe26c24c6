using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Tracker.Core.Recommendations;

namespace Tracker.Web.Comparing;

/// <summary>
/// The filter of one side: a whole one as <c>left=theme%3DDIA</c>, and single conditions as <c>left.theme=DIA</c>, which
/// is what the form of the page sends.
/// </summary>
internal static class SideReading
{
    public static FilterReading Of(Dictionary<string, StringValues> query, string side)
    {
        var whole = query
            .Where(p => p.Key == side)
            .SelectMany(p => p.Value)
            .SelectMany(written => QueryHelpers.ParseQuery(written));
        var single = query
            .Where(p => p.Key.StartsWith(side + '.', StringComparison.Ordinal))
            .Select(p => KeyValuePair.Create(p.Key[(side.Length + 1)..], p.Value));
        return FilterAddress.Read(
            whole.Concat(single).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
        );
    }
}
