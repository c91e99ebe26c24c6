namespace Tracker.Core.Words;

/// <summary>The two languages of the screens. French comes first and is the fallback.</summary>
public enum Language
{
    Fr,
    En,
}

/// <summary>A content field in both languages. Either may be missing, not both.</summary>
public readonly record struct Bilingual(string? Fr, string? En)
{
    /// <summary>The text for a reader, from the other language (and marked so) where their own is missing.</summary>
    public Worded In(Language language)
    {
        var (own, other) = language == Language.Fr ? (Fr, En) : (En, Fr);
        var otherLanguage = language == Language.Fr ? Language.En : Language.Fr;
        return string.IsNullOrWhiteSpace(own) && !string.IsNullOrWhiteSpace(other)
            ? new Worded(other, otherLanguage, IsFallback: true)
            : new Worded(own ?? "", language, IsFallback: false);
    }

    /// <summary>Without the other language, where this one has a text: all that a page of one language needs.</summary>
    public Bilingual Only(Language language) =>
        In(language).IsFallback ? this
        : language == Language.Fr ? new(Fr, null)
        : new(null, En);
}

/// <summary>A text together with the language it is really in.</summary>
public readonly record struct Worded(string Text, Language Language, bool IsFallback)
{
    public override string ToString() => Text;
}
