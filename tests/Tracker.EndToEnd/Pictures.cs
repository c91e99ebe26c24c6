using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>
/// Makes the pictures that the documents show, from the program as it is. Every run proves that they can be made;
/// with <c>TRACKER_PICTURES=docs/pictures</c> they replace those of the documents:
/// <c>TRACKER_PICTURES=docs/pictures dotnet run --project tests/Tracker.EndToEnd -- --filter-class Tracker.EndToEnd.Pictures</c>.
/// </summary>
public sealed class Pictures(JourneySuite suite) : Journey(suite)
{
    private static readonly string Folder = Path.Combine(
        Repository.Root,
        Environment.GetEnvironmentVariable("TRACKER_PICTURES")
            ?? Path.Combine("TestResults", "pictures")
    );

    [Fact]
    public async Task The_pictures_of_the_documents_can_be_taken()
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
        visitor.SawNoProblem();
    }

    private static Task TakeAsync(Visitor visitor, string name) =>
        visitor.Page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, name), Animations = ScreenshotAnimations.Disabled }
        );
}
