namespace Tracker.Data.Storage;

/// <summary>Column widths; keys need one on SQL Server.</summary>
internal static class Lengths
{
    public const int Code = 40;
    public const int Name = 300;
    public const int Title = Core.Recommendations.RecommendationEntry.LongestTitle;
    public const int SortTitle = 200;
    public const int Word = 40;
}
