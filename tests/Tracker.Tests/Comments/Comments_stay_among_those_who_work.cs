using System.Net;
using System.Text;
using Tracker.Core.Words;
using Tracker.Data.Comments;
using Tracker.Tests.Given;

namespace Tracker.Tests.Comments;

public sealed class Comments_stay_among_those_who_work(WebHost host) : IClassFixture<WebHost>
{
    private const string Code = "KAY-2020-05";
    private const string Record = "/recommendations/" + Code;
    private const string Canary = "colibri-entre-nous";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("donor")]
    [InlineData("analyst")]
    public async Task No_page_file_or_search_of_a_reader_holds_a_word_of_them(string account)
    {
        await WriteAsync();
        using var reader = await host.SignedInAsync(account);
        string[] addresses =
        [
            "/",
            "/my",
            "/recommendations",
            Record,
            Record + "?lang=en",
            Record + "/comment",
            "/workshops/KAY-2020",
            "/recommendations/export.csv",
            "/recommendations/export.xlsx",
        ];
        foreach (var address in addresses)
        {
            using var answer = await reader.GetAsync(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Patience);
            Assert.DoesNotContain(Canary, Spelt(bytes), StringComparison.Ordinal);
        }
        Assert.Empty(
            await host.Of<CommentQueries>().OfAsync(await host.ActorAsync(account), Code, Patience)
        );
        var list = await reader.PageAsync("/recommendations?q=" + Canary);
        Assert.Empty(list.QuerySelectorAll("main tr[data-code]"));
    }

    [Theory]
    [InlineData("mefp")]
    [InlineData("mef")]
    [InlineData("coordinator")]
    public async Task Focal_points_and_the_coordination_read_them(string account)
    {
        await WriteAsync();
        using var reader = await host.SignedInAsync(account);

        var page = await reader.PageAsync(Record);

        Assert.Contains(
            Canary,
            page.QuerySelector("#comments")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Not_even_the_coordination_finds_or_exports_them()
    {
        await WriteAsync();
        using var coordinator = await host.SignedInAsync("coordinator");

        var list = await coordinator.PageAsync("/recommendations?q=" + Canary);
        using var file = await coordinator.GetAsync("/recommendations/export.csv");

        Assert.Empty(list.QuerySelectorAll("main tr[data-code]"));
        Assert.DoesNotContain(
            Canary,
            Spelt(await file.Content.ReadAsByteArrayAsync(Patience)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("fr", "Commentaire interne", "Remplissez ce champ.")]
    [InlineData("en", "Internal comment", "Fill in this field.")]
    public async Task A_comment_is_written_by_a_plain_form(
        string language,
        string title,
        string fault
    )
    {
        using var focal = await host.SignedInAsync("anpe");
        var form = $"{Record}/comment?lang={language}";

        using var without = await focal.SubmitAsync(form);
        var page = await Visitor.ReadAsync(without);
        using var answer = await focal.SubmitAsync(form, ("Input.Text", "Un mot de la @MEFP"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent);
        Assert.Equal(fault, page.QuerySelector("main .err")!.TextContent);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith(
            Record + "?saved=write_comment",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_form_on_the_record_posts_to_the_same_page()
    {
        using var focal = await host.SignedInAsync("anpe");

        var page = await focal.PageAsync(Record);

        var form = page.QuerySelector("#comments form")!;
        Assert.Equal(Record + "/comment", form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("textarea[name='Input.Text']"));
        Assert.NotNull(form.QuerySelector("input[name='Input.CommandId']"));
    }

    [Fact]
    public async Task Who_does_not_work_on_it_is_refused_in_words()
    {
        using var focal = await host.SignedInAsync("mef");

        var page = await focal.PageAsync(Record + "/comment", HttpStatusCode.Forbidden);

        Assert.NotNull(page.QuerySelector("main [role=alert]"));
        Assert.Empty(page.QuerySelectorAll("main textarea"));
    }

    private async Task WriteAsync() =>
        Ends.Done(
            await host.Of<CommentCommands>()
                .WriteAsync(
                    await host.ActorAsync("mefp"),
                    Code,
                    $"{Canary} @INSTAT @FFU",
                    Language.Fr,
                    null,
                    Patience
                )
        );

    /// <summary>A workbook is packed: what is in it is looked for part by part.</summary>
    private static string Spelt(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }
        using var book = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var part in book.Entries)
        {
            using var reader = new StreamReader(part.Open());
            text.Append(reader.ReadToEnd());
        }
        return text.ToString();
    }
}
