using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Exports;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Exports;
using Tracker.Documents.Csv;
using Tracker.Documents.Json;
using Tracker.Documents.Workbooks;
using Tracker.Web.Setup;

namespace Tracker.Web.Exports;

/// <summary>The verb <c>export FILE</c>: everything published, in the language of the settings.</summary>
internal sealed class ExportFile(
    ExportQueries rows,
    Covers covers,
    TrackerSettings settings,
    Tracker.Web.Text.Words words
)
{
    /// <returns>Null when the file is written, else what is wrong.</returns>
    public async Task<string?> WriteAsync(string file, CancellationToken cancellation)
    {
        var extension = Path.GetExtension(file);
        if (extension is not (".xlsx" or ".csv" or ".json"))
        {
            return $"'{file}' ends in none of .xlsx, .csv and .json.";
        }
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            return $"The folder of '{file}' does not exist.";
        }
        var site = settings.PublicUrl ?? new Uri("http://localhost:5080/");
        var all = RecommendationFilter.Everything;
        var cover = await covers.OfAsync(
            Actor.Worker,
            new FilterReading(all, []),
            site,
            cancellation
        );
        // Beside the file first: a failure leaves what stood there before.
        var draft = file + ".part";
        await using (var output = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            await WriteAsync(extension, output, cover, all, cancellation);
        }
        File.Move(draft, file, overwrite: true);
        return null;
    }

    private Task WriteAsync(
        string extension,
        Stream output,
        ExportCover cover,
        RecommendationFilter filter,
        CancellationToken cancellation
    )
    {
        var language = words.Language;
        WordOf word = Tracker.Web.Text.Words.WordFor;
        return extension switch
        {
            ".xlsx" => RecommendationWorkbook.WriteAsync(
                output,
                cover,
                rows.Sheets(Actor.Worker, filter, language, cancellation),
                word,
                cancellation
            ),
            ".csv" => RecommendationCsv.WriteAsync(
                output,
                cover,
                rows.RowsAsync(Actor.Worker, filter, language, cancellation),
                word,
                cancellation
            ),
            _ => RecommendationJson.WriteAsync(
                output,
                cover,
                rows.RowsAsync(Actor.Worker, filter, language, cancellation),
                word,
                cancellation
            ),
        };
    }
}
