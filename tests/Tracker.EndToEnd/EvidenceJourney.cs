using System.Text;
using Microsoft.Playwright;
using Tracker.EndToEnd.Harness;

namespace Tracker.EndToEnd;

/// <summary>A focal point shows what was done: a photo from a phone, a decree from a machine without scripts.</summary>
public sealed class EvidenceJourney(JourneySuite suite) : Journey(suite)
{
    private const string Photographed = "KAY-2020-05";
    private const string Decreed = "KAY-2020-04";

    /// <summary>Draws a photo of the size of a phone's, with enough in it not to be small by itself.</summary>
    private const string Draw = """
        async () => {
          const sheet = document.createElement('canvas');
          [sheet.width, sheet.height] = [3200, 2400];
          const pen = sheet.getContext('2d');
          for (let i = 0; i < 20000; i++) {
            pen.fillStyle = `hsl(${i * 37 % 360} 80% ${i % 90}%)`;
            pen.fillRect(i * 131 % 3200, i * 197 % 2400, 60, 60);
          }
          const blob = await new Promise(on => sheet.toBlob(on, 'image/jpeg', 0.97));
          const bytes = new Uint8Array(await blob.arrayBuffer());
          let text = '';
          for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
          return btoa(text);
        }
        """;

    private const string Measure = """
        async text => {
          const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
          return [image.width, image.height];
        }
        """;

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_photo_is_made_smaller_sent_in_parts_and_goes_on_after_a_cut(string language)
    {
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, viewport: Phone, server: server);
        await visitor.SignInAsAsync("mefp");
        await visitor.SpeakAsync(language);
        await visitor.GoAsync(Evidence(Photographed));
        var photo = Convert.FromBase64String(await visitor.Page.EvaluateAsync<string>(Draw));
        await DescribeAsync(visitor, say, "Guichet ouvert", "evidence_kind.photo");
        await ChooseAsync(visitor, say, "guichet.jpg", "image/jpeg", photo);
        visitor.SawNoProblem();
        var cuts = 0;
        await visitor.Page.RouteAsync(
            "**/evidence/uploads/*?at=*",
            route => ++cuts == 1 ? route.AbortAsync("connectionreset") : route.ContinueAsync()
        );

        await visitor.PressAsync(say.Evidence("attach.button"));
        await visitor.SeesTextAsync(say.Evidence("waiting"));
        await visitor.ArrivesAtAsync($"/recommendations/{Photographed}");

        Assert.True(cuts > 1);
        var file = await DownloadAsync(visitor, "Guichet ouvert");
        Assert.Equal("guichet.jpg", file.Name);
        var sent = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
        Assert.True(sent.Length < photo.Length / 2, $"{sent.Length} of {photo.Length}");
        var size = await visitor.Page.EvaluateAsync<int[]>(Measure, Convert.ToBase64String(sent));
        Assert.Equal([1600, 1200], size);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_decree_is_attached_replaced_and_fetched_without_scripts(string language)
    {
        var say = Spoken.In(language);
        var server = await StartServerAsync(new ServerSettings());
        var visitor = await OpenAsync(language, scripts: false, server: server);
        await visitor.SignInAsAsync("coordinator");
        await visitor.SpeakAsync(language);
        var decree = Pdf("Décret");
        await visitor.GoAsync(Evidence(Decreed));
        await DescribeAsync(visitor, say, "Décret signé", "evidence_kind.decree");
        await ChooseAsync(visitor, say, "Décret n° 12.pdf", "application/pdf", decree);
        await visitor.PressAsync(say.Evidence("attach.button"));
        await visitor.ArrivesAtAsync($"/recommendations/{Decreed}");
        await FetchesAsync(visitor, "Décret signé", "Décret n° 12.pdf", decree);

        await visitor.GoAsync(Evidence(Decreed));
        await visitor
            .Page.GetByRole(
                AriaRole.Link,
                new() { Name = $"{say.Evidence("replace")} Décret signé", Exact = true }
            )
            .ClickAsync();
        await visitor.FillAsync(say.Evidence("title"), "Décret publié");
        await ChooseAsync(visitor, say, "publié.pdf", "application/pdf", Pdf("Publié"));
        await visitor.PressAsync(say.Evidence("replace.button"));
        await visitor.ArrivesAtAsync($"/recommendations/{Decreed}");

        await FetchesAsync(visitor, "Décret publié", "publié.pdf", Pdf("Publié"));
        await visitor
            .Page.GetByText(say.Evidence("earlier.one", 1), new() { Exact = true })
            .ClickAsync();
        await FetchesAsync(visitor, "Décret signé", "Décret n° 12.pdf", decree);
        visitor.SawNoProblem();
    }

    private static string Evidence(string code) => $"/recommendations/{code}/evidence";

    private static byte[] Pdf(string text) =>
        Encoding.UTF8.GetBytes(
            $"%PDF-1.7\n1 0 obj\n<</Title({text})>>\nendobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n"
        );

    private static async Task DescribeAsync(
        Harness.Visitor visitor,
        Spoken say,
        string title,
        string kind
    )
    {
        await visitor.FillAsync(say.Evidence("title"), title);
        await visitor.ChooseAsync(say.Evidence("kind"), say.Word(kind));
    }

    private static Task ChooseAsync(
        Harness.Visitor visitor,
        Spoken say,
        string name,
        string type,
        byte[] bytes
    ) =>
        visitor
            .Field(say.Evidence("file"))
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = type,
                    Buffer = bytes,
                }
            );

    private static Task<DownloadedFile> DownloadAsync(Harness.Visitor visitor, string title) =>
        visitor.DownloadAsync(() => visitor.FollowAsync(title));

    private static async Task FetchesAsync(
        Harness.Visitor visitor,
        string title,
        string name,
        byte[] bytes
    )
    {
        var file = await DownloadAsync(visitor, title);
        Assert.Equal(name, file.Name);
        Assert.Equal(
            bytes,
            await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken)
        );
    }
}
