using Tracker.Core.Words;

namespace Tracker.Core.Causes;

/// <summary>A cause of standstill as those who keep the list see it.</summary>
/// <param name="Retired">No longer offered; what named it keeps its name.</param>
public sealed record KeptCause(string Code, Bilingual Name, bool Retired);

/// <summary>The names of a cause, which has one in each language: figures are read in both.</summary>
public static class CauseRules
{
    public const int LongestName = 120;
    public const int LongestCode = 40;

    public static IReadOnlyList<FieldFault> Check(Bilingual name) =>
        [.. Check("NameFr", name.Fr), .. Check("NameEn", name.En)];

    /// <summary>The code of a new cause, from its English name: <c>Legal text</c> is <c>legal_text</c>.</summary>
    /// <param name="taken">Codes that other causes have, for good.</param>
    public static string CodeOf(string name, IReadOnlySet<string> taken)
    {
        var code = Folding.Fold(name).Replace(' ', '_');
        code = code.Length > LongestCode - 4 ? code[..(LongestCode - 4)] : code;
        var (free, number) = (code, 1);
        while (taken.Contains(free) || free.Length == 0)
        {
            number++;
            free = $"{code}_{number}";
        }
        return free;
    }

    private static IEnumerable<FieldFault> Check(string field, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new(field, Fault.Required);
        }
        else if (name.Trim().Length > LongestName)
        {
            yield return new(field, Fault.TooLong, "120");
        }
    }
}
