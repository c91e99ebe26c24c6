namespace Tracker.Documents.Import;

/// <summary>How large a stranger's file may be. Source: SECURITY 1.7.</summary>
public static class SourceLimits
{
    /// <summary>Bytes as they come.</summary>
    public const int Bytes = 10 * 1024 * 1024;

    /// <summary>Bytes of all parts of a workbook, unpacked and counted.</summary>
    public const long Unpacked = 64L * 1024 * 1024;
    public const int Parts = 200;
    public const int Rows = 20_000;
    public const int Columns = 100;
    public const int Cells = 2_000_000;

    /// <summary>Characters of a cell.</summary>
    public const int Characters = 32_767;
    public const int Depth = 32;
    public const int Attributes = 64;
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
}

/// <summary>What ended a reading; becomes a <see cref="Core.Import.SourceFault"/> at its one door.</summary>
internal sealed class SourceException(Core.Import.SourceFault fault)
    : Exception(fault.Kind.ToString())
{
    public Core.Import.SourceFault Fault { get; } = fault;
}
