namespace Tracker.Core.Words;

/// <summary>Acronyms change with the language (glossary): the registry writes "OIM / IOM", French first.</summary>
public static class Acronym
{
    /// <summary>The form of the language; null where there is no acronym.</summary>
    public static string? In(string? acronym, Language language)
    {
        if (string.IsNullOrWhiteSpace(acronym))
        {
            return null;
        }
        var forms = acronym.Split(" / ", 2, StringSplitOptions.TrimEntries);
        return forms.Length == 2 && language == Language.En ? forms[1] : forms[0];
    }
}
