using System.Net;
using System.Text.Json;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Tests.Given;

namespace Tracker.Tests.Evidence;

/// <summary>What the script of the evidence page says to the server.</summary>
public sealed class Files_come_in_parts(WebHost host) : IClassFixture<WebHost>
{
    private const string Code = "KAY-2020-05";
    private const string Page = $"/recommendations/{Code}/evidence";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Part_by_part_and_on_from_where_it_was_cut()
    {
        using var visitor = await host.SignedInAsync("mefp");
        var page = await visitor.PageAsync(Page);
        var token = await visitor.TokenAsync(Page);
        Assert.NotNull(page.QuerySelector("script[nonce][src*='js/evidence']"));
        var file = MadeFiles.Bytes(new string('a', 700_000));
        var begun = await BeginAsync(visitor, token, "suivi.txt", file.Length);
        Assert.Equal((HttpStatusCode.Created, 0), (begun.Status, Received(begun)));
        var address = begun.Said.GetProperty("address").GetString()!;

        var first = await AppendAsync(visitor, token, address, 0, file[..524_288]);
        Assert.Equal((HttpStatusCode.OK, 524_288), (first.Status, Received(first)));
        var again = await AppendAsync(visitor, token, address, 0, file[..524_288]);
        Assert.Equal((HttpStatusCode.OK, 524_288), (again.Status, Received(again)));
        var ahead = await AppendAsync(visitor, token, address, 600_000, file[600_000..]);
        Assert.Equal((HttpStatusCode.Conflict, 524_288), (ahead.Status, Received(ahead)));
        var asked = await ReadAsync(await visitor.GetAsync(address));
        Assert.Equal(524_288, Received(asked));
        var rest = await AppendAsync(visitor, token, address, 524_288, file[524_288..]);
        Assert.Equal(file.Length, Received(rest));
        using var answer = await visitor.PostFileAsync(
            Page,
            page,
            null,
            ("Input.Title", "Suivi"),
            ("Input.Kind", "dataset"),
            ("Input.Upload", rest.Said.GetProperty("id").GetString()!)
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var piece = Assert.Single(
            await host.Of<EvidenceQueries>()
                .OfRecommendationAsync(await host.ActorAsync("mefp"), Code, Patience)
        );
        Assert.Equal(("suivi.txt", 700_000L), (piece.Current.FileName, piece.Current.Size));
    }

    [Theory]
    [InlineData("fr", "Ce type de fichier n’est pas accepté")]
    [InlineData("en", "This kind of file is not accepted")]
    public async Task A_refusal_comes_in_the_words_of_its_reader(string language, string said)
    {
        using var visitor = await host.SignedInAsync("mefp");
        await visitor.PageAsync($"/account/login?lang={language}");

        var refused = await BeginAsync(visitor, await visitor.TokenAsync(Page), "a.svg", 10);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith(
            said,
            refused.Said.GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Strangers_forged_calls_and_parts_too_large_get_nowhere()
    {
        using var visitor = await host.SignedInAsync("mefp");
        var token = await visitor.TokenAsync(Page);
        var begun = await BeginAsync(visitor, token, "a.txt", 10);
        var address = begun.Said.GetProperty("address").GetString()!;
        using var other = await host.SignedInAsync("coordinator");
        var theirs = await other.TokenAsync(Page);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await AppendAsync(other, theirs, address, 0, "0123456789"u8.ToArray())).Status
        );
        using var peeked = await other.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, peeked.StatusCode);
        using var forged = await SendAsync(visitor, theirs, address + "?at=0", [1]);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var without = await SendAsync(visitor, null, address + "?at=0", [1]);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var elsewhere = await SendAsync(visitor, token, address + "?at=0", [1], "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        var large = await AppendAsync(visitor, token, address, 0, new byte[11]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.Status);
        Assert.Equal(0, Received(await ReadAsync(await visitor.GetAsync(address))));
        using var nobody = host.Visitor();
        using var anonymous = await nobody.GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, anonymous.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Said)> BeginAsync(
        Visitor visitor,
        string token,
        string name,
        long size
    )
    {
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("code", Code),
            KeyValuePair.Create("name", name),
            KeyValuePair.Create("size", $"{size}"),
        ]);
        var request = Posting.Request("/evidence/uploads", form);
        request.Headers.Add("RequestVerificationToken", token);
        return await ReadAsync(await visitor.SendAsync(request));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Said)> AppendAsync(
        Visitor visitor,
        string token,
        string address,
        long at,
        byte[] part
    ) => await ReadAsync(await SendAsync(visitor, token, $"{address}?at={at}", part));

    private static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor,
        string? token,
        string address,
        byte[] part,
        string site = "same-origin"
    )
    {
        using var content = new ByteArrayContent(part);
        var request = Posting.Request(address, content);
        request.Headers.Add("Sec-Fetch-Site", site);
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }
        return await visitor.SendAsync(request);
    }

    private static int Received((HttpStatusCode Status, JsonElement Said) answer) =>
        answer.Said.GetProperty("received").GetInt32();

    private static async Task<(HttpStatusCode Status, JsonElement Said)> ReadAsync(
        HttpResponseMessage answer
    )
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Patience);
            return (answer.StatusCode, JsonDocument.Parse(text).RootElement);
        }
    }
}
