using System.Collections.Concurrent;
using Tracker.Core.Words;
using Tracker.Documents.Exports;

namespace Tracker.Documents.Workbooks;

/// <summary>Drawn once for each language and its words, then kept: drawing costs more than writing 5,000 rows.</summary>
internal static class BookTemplates
{
    /// <summary>A program has two; tests make up words of their own.</summary>
    private const int Most = 8;

    private static readonly ConcurrentDictionary<string, BookTemplate> Drawn = new(
        StringComparer.Ordinal
    );

    public static BookTemplate Of(Language language, ExportLabels labels)
    {
        var key = $"{language} {labels}";
        if (Drawn.TryGetValue(key, out var kept))
        {
            return kept;
        }
        if (Drawn.Count >= Most)
        {
            Drawn.Clear();
        }
        return Drawn.GetOrAdd(
            key,
            _ => new BookTemplate(
                BookDrawing.Draw(language, labels, DataSheets.All),
                DataSheets.All
            )
        );
    }
}
