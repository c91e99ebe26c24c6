using Tracker.Core.Exports;

namespace Tracker.Documents.Exports;

/// <summary>Where a recommendation is found on screen.</summary>
internal static class RecordLink
{
    public static string Of(ExportCover cover, string code) =>
        cover.RecordAddress + Uri.EscapeDataString(code);
}
