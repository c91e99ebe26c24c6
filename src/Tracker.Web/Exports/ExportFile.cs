using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Exports;
using Tracker.Documents.Csv;
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
        if (extension is not (".xlsx" or ".csv"))
        {
            return $"'{file}' ends neither in .xlsx nor in .csv.";
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
        var source = rows.RowsAsync(Actor.Worker, all, words.Language, cancellation);
        // Beside the file first: a failure leaves what stood there before.
        var draft = file + ".part";
        await using (var output = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            await (
                extension == ".xlsx"
                    ? RecommendationWorkbook.WriteAsync(
                        output,
                        cover,
                        source,
                        Tracker.Web.Text.Words.WordFor,
                        cancellation
                    )
                    : RecommendationCsv.WriteAsync(
                        output,
                        cover,
                        source,
                        Tracker.Web.Text.Words.WordFor,
                        cancellation
                    )
            );
        }
        File.Move(draft, file, overwrite: true);
        return null;
    }
}
