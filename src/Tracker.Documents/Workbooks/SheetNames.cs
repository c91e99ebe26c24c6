namespace Tracker.Documents.Workbooks;

/// <summary>The same in every release and language: formulas and scripts outside refer to them.</summary>
internal static class SheetNames
{
    public const string Cover = "Couverture";
    public const string List = "Recommandations";
    public const string Columns = "Colonnes";

    public const string ListTable = "Recommandations";
    public const string ColumnsTable = "Colonnes";
}
