using System.Net;
using System.Text;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

public sealed class Damaged_files_are_not_handed_out(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Damaged_bytes_are_said_in_words_and_internal_files_are_not_there_for_readers()
    {
        const string Code = "KAY-2020-09";
        using var lead = await host.SignedInAsync("dgme");
        using var answer = await lead.AttachAsync(Code, ("a.pdf", MadeFiles.Pdf("abîmé")));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var address = $"/evidence/{(await host.PieceAsync(Code)).Current.Id}";
        foreach (var account in new[] { "analyst", "donor" })
        {
            using var reader = await host.SignedInAsync(account);
            await reader.PageAsync(address, HttpStatusCode.NotFound);
            await reader.PageAsync(address + "/damaged", HttpStatusCode.NotFound);
        }
        await lead.PageAsync(address + "/damaged", HttpStatusCode.NotFound);
        foreach (
            var file in host.EvidenceFiles()
                .Where(f => File.ReadAllText(f, Encoding.Latin1).Contains("abîmé"))
        )
        {
            File.AppendAllText(file, "x");
        }

        using var download = await lead.GetAsync(address);

        Assert.Equal(HttpStatusCode.SeeOther, download.StatusCode);
        var said = await lead.PageAsync(
            download.Headers.Location!.PathAndQuery(),
            HttpStatusCode.Gone
        );
        Assert.Contains(
            "a.pdf",
            said.QuerySelector("main .msg")!.TextContent,
            StringComparison.Ordinal
        );
    }
}
