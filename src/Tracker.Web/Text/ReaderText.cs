using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Tracker.Web.Text;

/// <summary>
/// The texts beside the marker class <typeparamref name="T"/>, in the language of the scope. The framework's own
/// localizer asks the thread for a culture, and a circuit woken from outside (live news) has another one.
/// </summary>
public sealed class ReaderText<T>(ReaderLanguage reader) : IStringLocalizer<T>
{
    private static readonly Texts Texts = new(typeof(T));

    private readonly CultureInfo _culture = Languages.Culture(reader.Value);

    public LocalizedString this[string name] => Find(name) ?? Missing(name);

    public LocalizedString this[string name, params object[] arguments] =>
        Find(name) is { } found
            ? new LocalizedString(name, string.Format(_culture, found.Value, arguments))
            : Missing(name);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Texts
            .Resources.GetResourceSet(
                Languages.Resources(reader.Value),
                createIfNotExists: true,
                tryParents: includeParentCultures
            )!
            .Cast<DictionaryEntry>()
            .Select(entry => new LocalizedString((string)entry.Key, (string)entry.Value!));

    private LocalizedString? Find(string name) =>
        Texts.Find(name, reader.Value) is { } text ? new LocalizedString(name, text) : null;

    private static LocalizedString Missing(string name) => new(name, name, resourceNotFound: true);
}
