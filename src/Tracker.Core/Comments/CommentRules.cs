using System.Text.RegularExpressions;

namespace Tracker.Core.Comments;

/// <summary>The text of an internal comment, and whom it names.</summary>
public static partial class CommentRules
{
    public const int LongestText = 2000;

    public static IReadOnlyList<FieldFault> Check(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [new("Text", Fault.Required)]
        : text.Trim().Length > LongestText ? [new("Text", Fault.TooLong, "2000")]
        : [];

    /// <summary>
    /// What stands after each @, as it may be the code or the acronym of an organisation: in capitals, once each. An
    /// address of electronic mail names nobody.
    /// </summary>
    public static IReadOnlyList<string> NamesIn(string text) =>
        [
            .. Mention()
                .Matches(text)
                .Select(m => m.Groups["name"].Value.TrimEnd('-', '_').ToUpperInvariant())
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._@-])@(?<name>[\p{L}\p{N}][\p{L}\p{N}_-]{0,39})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mention();
}
