using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

public sealed class Evidence_works_by_plain_forms(WebHost host) : IClassFixture<WebHost>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_attached_shown_on_the_record_and_downloaded_byte_for_byte()
    {
        const string Code = "KAY-2020-05";
        using var visitor = await host.SignedInAsync("mefp");
        var file = MadeFiles.Pdf("Décret");

        using var answer = await visitor.AttachAsync(
            Code,
            ("Décret n° 12.pdf", file),
            ("Input.DatedOn", "2020-12-20"),
            ("Input.Note", "Signé <b>le 20</b>.")
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var record = await visitor.PageAsync(answer.Headers.Location!.PathAndQuery());
        Assert.EndsWith(
            "?saved=attach_evidence",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        var line = record.QuerySelector("main [data-evidence]")!;
        foreach (
            var word in new[]
            {
                "Décret signé",
                "20/12/2020",
                "1 ko",
                "MEFP",
                "Signé <b>le 20</b>.",
            }
        )
        {
            Assert.Contains(word, Plain(line.TextContent), StringComparison.Ordinal);
        }
        var link = line.QuerySelector("a[download]")!.GetAttribute("href")!;
        using var download = await visitor.GetAsync(link);
        Assert.Equal(file, await download.Content.ReadAsByteArrayAsync(Patience));
        Assert.Equal("application/pdf", download.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "attachment; filename=\"Decret_n__12.pdf\"; filename*=UTF-8''D%C3%A9cret%20n%C2%B0%2012.pdf",
            download.Content.Headers.GetValues("Content-Disposition").Single()
        );
        Assert.Equal("sandbox; default-src 'none'", Header(download, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(download, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(download, "Cross-Origin-Resource-Policy"));
        Assert.Equal("no-store", Header(download, "Cache-Control"));
    }

    [Theory]
    [InlineData(
        "fr",
        "Le contenu de ce fichier ne correspond pas à son nom",
        "Ce fichier est trop grand"
    )]
    [InlineData("en", "The content of this file does not match its name", "This file is too large")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(
        string language,
        string wrongKind,
        string tooLarge
    )
    {
        const string Code = "KAY-2020-06";
        using var visitor = await host.SignedInAsync("coordinator");
        await visitor.PageAsync($"/account/login?lang={language}");
        var before = host.OnDisk();

        using var page = await visitor.AttachAsync(
            Code,
            ("a.pdf", MadeFiles.Bytes("<html><script>alert(1)</script>")),
            ("Input.Title", "Un titre <i>gardé</i>"),
            ("Input.Kind", ""),
            ("Input.DatedOn", "hier")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        var read = await Visitor.ReadAsync(page);
        Assert.Contains(wrongKind, ErrorAt(read, "file"), StringComparison.Ordinal);
        Assert.NotEmpty(ErrorAt(read, "kind"));
        Assert.Contains("hier", ErrorAt(read, "dated-on"), StringComparison.Ordinal);
        Assert.Equal(
            "Un titre <i>gardé</i>",
            ((IHtmlInputElement)read.GetElementById("title")!).Value
        );

        using var large = await visitor.AttachAsync(Code, ("a.txt", new byte[26_300_000]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);
        Assert.Contains(
            tooLarge,
            ErrorAt(await Visitor.ReadAsync(large), "file"),
            StringComparison.Ordinal
        );
        Assert.Equal(before, host.OnDisk());
    }

    [Fact]
    public async Task A_file_that_came_well_need_not_come_again()
    {
        const string Code = "KAY-2020-07";
        using var visitor = await host.SignedInAsync("dgia");
        using var first = await visitor.AttachAsync(
            Code,
            ("liste.csv", MadeFiles.Bytes("a;b\n")),
            ("Input.Title", "")
        );
        var page = await Visitor.ReadAsync(first);
        Assert.Contains(
            "liste.csv",
            page.QuerySelector(".msg.ok")!.TextContent,
            StringComparison.Ordinal
        );

        using var second = await visitor.PostFileAsync(
            Posting.Evidence(Code),
            page,
            null,
            ("Input.Title", "Liste")
        );

        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        Assert.Equal("liste.csv", (await host.PieceAsync(Code)).Current.FileName);
        // The same form once more, by the button that leads back: nothing more happens.
        using var again = await visitor.PostFileAsync(
            Posting.Evidence(Code),
            page,
            null,
            ("Input.Title", "Liste")
        );
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        await host.PieceAsync(Code);
    }

    [Fact]
    public async Task A_link_is_attached_replaced_shared_and_withdrawn()
    {
        const string Code = "KAY-2020-08";
        using var visitor = await host.SignedInAsync("coordinator");
        using var attached = await visitor.SubmitAsync(
            Posting.Evidence(Code),
            ("Input.Title", "Journal officiel"),
            ("Input.Kind", "decree"),
            ("Input.Link", "https://journal.example/1")
        );
        Assert.Equal(HttpStatusCode.Found, attached.StatusCode);
        var first = await host.PieceAsync(Code);
        Assert.True(first.Current.OnBehalf);

        using var replaced = await visitor.SubmitAsync(
            $"{Posting.Evidence(Code)}?replaces={first.Current.Id}",
            ("Input.Link", "https://journal.example/2")
        );
        Assert.Equal(HttpStatusCode.Found, replaced.StatusCode);
        var second = await host.PieceAsync(Code);
        Assert.Equal("https://journal.example/2", second.Current.Address);
        Assert.Equal("Journal officiel", second.Current.Title);
        using var shared = await visitor.SubmitAsync(
            $"{Posting.Evidence(Code)}?share={second.Current.Id}"
        );
        Assert.Equal(HttpStatusCode.Found, shared.StatusCode);
        Assert.Equal(EvidenceVisibility.Shared, (await host.PieceAsync(Code)).Current.Visibility);

        var withdraw = $"{Posting.Evidence(Code)}?withdraw={second.Current.Id}";
        using var without = await visitor.SubmitAsync(withdraw);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var withdrawn = await visitor.SubmitAsync(withdraw, ("Input.Reason", "Doublon"));
        Assert.Equal(HttpStatusCode.Found, withdrawn.StatusCode);
        Assert.Equal("Doublon", (await host.PieceAsync(Code)).WithdrawnBecause);
        var late = await visitor.PageAsync(withdraw);
        Assert.Null(late.QuerySelector("main form[method=post]"));
        Assert.NotNull(late.QuerySelector("main .msg"));
    }

    [Fact]
    public async Task Others_are_refused_and_their_file_is_not_taken()
    {
        const string Code = "KAY-2020-05";
        using var lead = await host.SignedInAsync("mefp");
        var page = await lead.PageAsync(Posting.Evidence(Code));
        foreach (var account in new[] { "analyst", "donor", "dgme" })
        {
            using var visitor = await host.SignedInAsync(account);
            var before = host.OnDisk();
            await visitor.PageAsync(Posting.Evidence(Code), HttpStatusCode.Forbidden);
            using var foreign = await visitor.PostFileAsync(
                Posting.Evidence(Code),
                page,
                ("a.pdf", MadeFiles.Pdf()),
                ("Input.Title", "x")
            );
            Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
            Assert.Equal(before, host.OnDisk());
        }
        using var nobody = host.Visitor();
        using var unknown = await nobody.GetAsync($"/evidence/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.Found, unknown.StatusCode);
    }

    [Fact]
    public async Task A_form_that_breaks_off_writes_nothing()
    {
        const string Code = "KAY-2020-10";
        using var visitor = await host.SignedInAsync("coordinator");
        var token = await visitor.TokenAsync(Posting.Evidence(Code));
        var before = host.OnDisk();
        var body =
            "--b\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n"
            + token
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"Input.File\"; filename=\"a.txt\"\r\n\r\nhalf of it";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        using var answer = await visitor.SendAsync(
            Posting.Request(Posting.Evidence(Code), content)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty(ErrorAt(await Visitor.ReadAsync(answer), "file"));
        Assert.Equal(before, host.OnDisk());
    }

    private static string ErrorAt(IHtmlDocument page, string id) =>
        page.GetElementById(id + "-error")?.TextContent ?? "";

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.GetValues(name));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
