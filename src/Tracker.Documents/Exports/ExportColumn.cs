using Tracker.Core.Words;

namespace Tracker.Documents.Exports;

/// <summary>One column of a sheet: what it is called and what it holds.</summary>
/// <param name="Name">Kept in every release and language: people build on it.</param>
/// <param name="Width">In characters. Fixed, because measuring text needs a graphics library that servers lack.</param>
/// <param name="Type">Key of the word that names the type.</param>
internal abstract record ExportColumn(string Name, double Width, string Type)
{
    /// <summary>The family of codes that the column holds, if it does.</summary>
    public string? Family { get; init; }
}

/// <summary>A column of rows of one kind.</summary>
internal abstract record ExportColumn<T>(string Name, double Width, string Type)
    : ExportColumn(Name, Width, Type);

internal sealed record TextColumn<T>(string Name, double Width, Func<T, ExportLabels, string?> Read)
    : ExportColumn<T>(Name, Width, "text");

internal sealed record NumberColumn<T>(string Name, double Width, Func<T, long?> Read)
    : ExportColumn<T>(Name, Width, "number");

internal sealed record DayColumn<T>(string Name, Func<T, DateOnly?> Read)
    : ExportColumn<T>(Name, 12, "day");

internal sealed record InstantColumn<T>(string Name, Func<T, DateTime> Read)
    : ExportColumn<T>(Name, 19, "instant");

/// <summary>1 or 0, so that a sum counts and no language spells it.</summary>
internal sealed record FlagColumn<T>(string Name, Func<T, bool> Read)
    : ExportColumn<T>(Name, 12, "flag");

/// <summary>The address of the record on screen, made from its code.</summary>
internal sealed record LinkColumn<T>(string Name, Func<T, string> Code)
    : ExportColumn<T>(Name, 16, "link");

/// <summary>A number that the program which opens the file computes anew; our own stands beside it until then.</summary>
/// <param name="Formula">Without its equals sign; refers to the row by its number.</param>
internal sealed record FormulaColumn<T>(
    string Name,
    double Width,
    string Type,
    Func<T, int, string> Formula,
    Func<T, double> Read
) : ExportColumn<T>(Name, Width, Type);
