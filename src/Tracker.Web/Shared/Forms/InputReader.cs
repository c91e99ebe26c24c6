using System.Globalization;
using Tracker.Core;
using Tracker.Core.Progress;

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
            _faults.Add(new FieldFault(field, Core.Fault.NotADate, typed!.Trim()));
        }
        return day;
    }

    /// <summary>A quarter, 2021-Q1 or T1 2021; nothing typed is none.</summary>
    public Quarter? Quarter(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (Core.Progress.Quarter.TryParse(typed, out var quarter))
        {
            return quarter;
        }
        _faults.Add(new FieldFault(field, Core.Fault.NotAPeriod, typed.Trim()));
        return null;
    }

    /// <summary>What a form finds wrong by itself.</summary>
    public void Fault(string field, Fault fault, string? detail = null) =>
        _faults.Add(new FieldFault(field, fault, detail));

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
        _faults.Add(new FieldFault(field, Core.Fault.OutOfRange, "0–100"));
        return null;
    }
}
