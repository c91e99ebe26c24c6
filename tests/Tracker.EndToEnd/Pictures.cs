using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>
/// Makes the pictures that the documents show, from the program as it is. No test: it is left out of every run
/// unless it is asked for, as in
/// <c>dotnet run --project tests/Tracker.EndToEnd -- --explicit only --filter-class Tracker.EndToEnd.Pictures</c>.
/// </summary>
public sealed class Pictures(JourneySuite suite) : Journey(suite)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "pictures");

    [Fact(Explicit = true)]
    public async Task Pictures_for_the_documents()
    {
        // A server of its own: what other journeys enter is not for the documents.
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(server: server);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visitor.SignInAsAsync("coordinator");
        Directory.CreateDirectory(Folder);

        await visitor.GoAsync("/recommendations");
        await TakeAsync(visitor, "list.png");
        await visitor.GoAsync("/recommendations/KAY-2020-01");
        await TakeAsync(visitor, "record.png");
    }

    private static Task TakeAsync(Visitor visitor, string name) =>
        visitor.Page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, name), Animations = ScreenshotAnimations.Disabled }
        );
}
