using Tracker.Core.Exports;
using Tracker.Core.Recommendations;

namespace Tracker.Documents.Exports;

/// <summary>One column of the flat sheet and of the CSV file: what it is called and where its value comes from.</summary>
/// <param name="Name">Kept in every release and language: people build on it.</param>
/// <param name="Width">In characters. Fixed, because measuring text needs a graphics library that servers lack.</param>
/// <param name="Type">Key of the word that names the type.</param>
internal abstract record ExportColumn(string Name, double Width, string Type)
{
    /// <summary>The family of codes that the column holds, if it does.</summary>
    public string? Family { get; init; }
}

internal sealed record TextColumn(
    string Name,
    double Width,
    Func<ExportRow, ExportLabels, string?> Read
) : ExportColumn(Name, Width, "text");

internal sealed record NumberColumn(string Name, double Width, Func<ExportRow, int?> Read)
    : ExportColumn(Name, Width, "number");

internal sealed record DayColumn(string Name, Func<ExportRow, DateOnly?> Read)
    : ExportColumn(Name, 12, "day");

internal sealed record InstantColumn(string Name, Func<ExportRow, DateTime> Read)
    : ExportColumn(Name, 19, "instant");

/// <summary>1 or 0, so that a sum counts and no language spells it.</summary>
internal sealed record FlagColumn(string Name, Flags Flag) : ExportColumn(Name, 12, "flag");

/// <summary>The address of the record on screen, made from its code.</summary>
internal sealed record LinkColumn(string Name) : ExportColumn(Name, 16, "link");
