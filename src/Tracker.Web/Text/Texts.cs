using System.Collections.Concurrent;
using System.Resources;
using Tracker.Core.Words;

namespace Tracker.Web.Text;

/// <summary>
/// The texts of one resource file in both languages, each looked up once: a page asks for hundreds, and the resource
/// manager takes a lock for every one.
/// </summary>
internal sealed class Texts(Type marker)
{
    private readonly ConcurrentDictionary<(Language Language, string Key), string> _found = [];

    public ResourceManager Resources { get; } = new(marker);

    /// <summary>Null where there is none. That is not remembered: a key may hold what somebody typed.</summary>
    public string? Find(string key, Language language)
    {
        if (_found.TryGetValue((language, key), out var known))
        {
            return known;
        }
        var text = Resources.GetString(key, Languages.Resources(language));
        if (text is not null)
        {
            _found[(language, key)] = text;
        }
        return text;
    }
}
