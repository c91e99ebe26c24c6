namespace Tracker.Core.Words;

/// <summary>
/// What somebody typed, as it is kept: without blanks around it and with one kind of line end. A form without scripts sends
/// CR LF where one with scripts sends LF; a spreadsheet would show the difference.
/// </summary>
public static class Typed
{
    /// <returns>Null where nothing was typed.</returns>
    public static string? Of(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
}
