using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>What a column of a file can stand for.</summary>
public enum ImportField
{
    Code,
    Workshop,
    WorkshopDate,
    Venue,
    Theme,
    Text,
    Lead,
    Supporting,
    DueDate,
    Places,
    Status,
    Percent,
    Compact,
    Goals,
    UpdatedOn,
    Remarks,
    Kind,
    TitleFr,
    TitleEn,
    TextEn,

    /// <summary>No column: typed in the preview. Why the status is what it is.</summary>
    StatusReason,

    /// <summary>No column: <c>skip</c> leaves the record out, <c>keep</c> keeps a remark that may name a person.</summary>
    Decision,
}

/// <summary>Which column stands for which field; proposed from the header, corrected by the person.</summary>
public sealed record ColumnMapping(IReadOnlyDictionary<ImportField, int> Columns, int HeaderRow)
{
    /// <summary>How people and our own exports head their columns, folded.</summary>
    private static readonly (ImportField Field, string[] Names)[] Known =
    [
        (ImportField.Code, ["code", "reference", "ref"]),
        (
            ImportField.Workshop,
            ["atelier", "workshop", "workshop fr", "evenement", "event", "rencontre"]
        ),
        (
            ImportField.WorkshopDate,
            ["date de l atelier", "workshop end", "workshop date", "date", "event date"]
        ),
        (ImportField.Venue, ["lieu", "venue", "place"]),
        (ImportField.Theme, ["theme code", "thematique", "theme", "axe"]),
        (
            ImportField.Text,
            ["recommandation", "recommendation", "texte", "text", "text fr", "libelle"]
        ),
        (
            ImportField.Lead,
            ["lead code", "responsable", "lead", "chef de file", "owner", "structure responsable"]
        ),
        (
            ImportField.Supporting,
            ["partenaires", "supporting codes", "partners", "partenaire", "appui"]
        ),
        (ImportField.DueDate, ["echeance", "due date", "delai", "deadline", "date limite"]),
        (ImportField.Places, ["region", "regions", "place codes", "zone", "localite"]),
        (
            ImportField.Status,
            ["etat d avancement", "status", "statut", "etat", "niveau d execution"]
        ),
        (
            ImportField.Percent,
            [
                "taux",
                "progress percent",
                "avancement",
                "pourcentage",
                "progress",
                "taux d execution",
            ]
        ),
        (ImportField.Compact, ["pmm", "gcm", "pacte mondial", "global compact"]),
        (ImportField.Goals, ["odd", "sdg", "framework codes"]),
        (ImportField.UpdatedOn, ["date de mise a jour", "last update on", "updated on"]),
        (ImportField.Kind, ["kind"]),
        (ImportField.TitleFr, ["title fr"]),
        (ImportField.TitleEn, ["title en"]),
        (ImportField.TextEn, ["text en"]),
        (ImportField.Remarks, ["observations", "remarks", "commentaires", "comments", "notes"]),
    ];

    /// <summary>Key under which a corrected mapping is remembered: the headers, folded.</summary>
    public static string SourceOf(SourceRow header) =>
        string.Join('|', header.Cells.Select(c => Folding.Fold(c.Text)));

    /// <summary>
    /// The mapping of the first row that names at least a text and two more fields; null where no row of the first
    /// thirty does.
    /// </summary>
    public static ColumnMapping? Propose(SourceSheet sheet)
    {
        for (var row = 0; row < Math.Min(30, sheet.Rows.Count); row++)
        {
            var columns = Match(sheet.Rows[row]);
            if (columns.ContainsKey(ImportField.Text) && columns.Count >= 3)
            {
                return new ColumnMapping(columns, row);
            }
        }
        return null;
    }

    /// <summary>The file was written by the tracker: its lists are whole, and its texts as they stand.</summary>
    public bool IsOwn =>
        Columns.ContainsKey(ImportField.Code)
        && Columns.ContainsKey(ImportField.Kind)
        && Columns.ContainsKey(ImportField.TitleFr)
        && Columns.ContainsKey(ImportField.TextEn);

    public string TextOf(SourceRow row, ImportField field) =>
        Columns.TryGetValue(field, out var column) ? row.At(column).Text : "";

    private static Dictionary<ImportField, int> Match(SourceRow header)
    {
        var heads = header.Cells.Select(c => Folding.Fold(c.Text)).ToList();
        var columns = new Dictionary<ImportField, int>();
        foreach (var (field, names) in Known)
        {
            foreach (var name in names)
            {
                var at = heads.IndexOf(name);
                if (at >= 0 && !columns.ContainsValue(at))
                {
                    columns[field] = at;
                    break;
                }
            }
        }
        return columns;
    }
}
