namespace Tracker.Core.Import;

/// <summary>Understands the rows of a file against what the tracker knows. Source: the domain pack's catalogue.</summary>
public static class ImportReading
{
    /// <summary>The sheet and mapping that are proposed; null where no row of the file heads columns that are known.</summary>
    public static (SourceSheet Sheet, ColumnMapping Mapping)? Propose(SourceFile file)
    {
        foreach (var sheet in file.Sheets.Where(s => !s.Hidden))
        {
            if (ColumnMapping.Propose(sheet) is { } mapping)
            {
                return (sheet, mapping);
            }
        }
        return null;
    }

    public static ImportPreview Read(
        SourceFile file,
        SourceSheet sheet,
        ColumnMapping mapping,
        ImportAnswers answers,
        ImportLists lists
    ) => new(file, sheet, mapping, [], []);
}
