namespace Tracker.Documents.Workbooks;

/// <summary>
/// Sheets and their tables: the same in every release and language, because formulas and scripts outside refer to them.
/// </summary>
internal static class SheetNames
{
    public const string Cover = "Couverture";
    public const string List = "Recommandations";
    public const string Summary = "Synthèse";
    public const string Frameworks = "Cadres";
    public const string Partners = "Partenaires";
    public const string Places = "Lieux";
    public const string Updates = "Mises à jour";
    public const string Milestones = "Jalons";
    public const string Evidence = "Pièces";
    public const string StatusChanges = "Changements";
    public const string Columns = "Colonnes";

    public const string ListTable = "Recommandations";
    public const string SummaryTable = "Synthese";
    public const string FrameworksTable = "Cadres";
    public const string PartnersTable = "Partenaires";
    public const string PlacesTable = "Lieux";
    public const string UpdatesTable = "MisesAJour";
    public const string MilestonesTable = "Jalons";
    public const string EvidenceTable = "Pieces";
    public const string StatusChangesTable = "Changements";
    public const string ColumnsTable = "Colonnes";
}
