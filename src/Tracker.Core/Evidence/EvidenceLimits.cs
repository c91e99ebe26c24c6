namespace Tracker.Core.Evidence;

/// <summary>How much room evidence may take; all in bytes.</summary>
/// <param name="OfOrganisation">All files in the name of one organisation, replaced and withdrawn ones included.</param>
/// <param name="OfPerson">All files that one person sent, those on their way included.</param>
public sealed record EvidenceLimits(long OfOrganisation, long OfPerson)
{
    public const int Megabyte = 1024 * 1024;
    public const int LargestFileInMegabytes = 25;
    public const long LargestFile = LargestFileInMegabytes * Megabyte;

    /// <summary>A part of a file that comes in parts: small enough to be through on a bad line before it is cut.</summary>
    public const int LargestPart = 512 * 1024;

    /// <summary>Files that one person may have on their way at once; the oldest gives way.</summary>
    public const int UploadsOfPerson = 5;

    public const int UsualOfOrganisation = 2048;
    public const int UsualOfPerson = 1024;

    public static EvidenceLimits Usual { get; } =
        new((long)UsualOfOrganisation * Megabyte, (long)UsualOfPerson * Megabyte);
}
