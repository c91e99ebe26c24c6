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
    private const string Code = "KAY-2020-01";

    private static readonly string Folder = Path.Combine(
        Repository.Root,
        Environment.GetEnvironmentVariable("TRACKER_PICTURES")
            ?? Path.Combine("TestResults", "pictures")
    );

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_pictures_of_the_documents_can_be_taken(string language)
    {
        // A server of its own: what other journeys enter is not for the documents.
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, server: server);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Directory.CreateDirectory(Folder);

        Task TakeAsync(string name) => PictureAsync(visitor, $"{name}.{language}.png");

        await visitor.GoAsync($"/account/login?lang={language}");
        await TakeAsync("sign-in");
        await visitor.SignInAsAsync("coordinator");
        await visitor.GoAsync("/");
        await TakeAsync("dashboard");
        await visitor.GoAsync("/recommendations");
        await TakeAsync("list");
        await visitor.GoAsync($"/recommendations/{Code}");
        await TakeAsync("record");
        await visitor.GoAsync($"/recommendations/{Code}/status?to=in_progress");
        await TakeAsync("form");

        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.GoAsync("/recommendations");
        await TakeAsync("list-dark");
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visitor.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await visitor.GoAsync("/recommendations");
        await TakeAsync("list-phone");
        visitor.SawNoProblem();
    }

    private static Task PictureAsync(Visitor visitor, string name) =>
        visitor.Page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, name), Animations = ScreenshotAnimations.Disabled }
        );
}
