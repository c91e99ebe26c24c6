using System.Globalization;
using Tracker.Core;

namespace Tracker.Web.Shared.Forms;

/// <summary>Reads typed fields and collects what could not be read, so that everything is said at once.</summary>
public sealed class InputReader
{
    private readonly List<FieldFault> _faults = [];

    public IReadOnlyList<FieldFault> Faults => _faults;

    /// <summary>A text without the spaces around it; browsers end lines in two characters, the tracker in one.</summary>
    public static string? Text(string? typed) =>
        string.IsNullOrWhiteSpace(typed)
            ? null
            : typed.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>A code, in capitals however it was typed.</summary>
    public static string Code(string? typed) => typed?.Trim().ToUpperInvariant() ?? "";

    public DateOnly? Day(string field, string? typed)
    {
        if (!Dates.TryRead(typed, out var day))
        {
            _faults.Add(new FieldFault(field, Fault.NotADate, typed!.Trim()));
        }
        return day;
    }

    public int? Number(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (
            int.TryParse(
                typed.Trim().TrimEnd('%').TrimEnd(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }
        _faults.Add(new FieldFault(field, Fault.OutOfRange, "0–100"));
        return null;
    }
}
