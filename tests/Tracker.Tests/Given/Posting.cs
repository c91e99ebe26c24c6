using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;

namespace Tracker.Tests.Given;

/// <summary>A form with a file, as a browser without scripts sends it.</summary>
internal static class Posting
{
    /// <summary>The fields of the page's form, some of them changed, and the file last.</summary>
    /// <param name="file">Null where none was chosen.</param>
    public static async Task<HttpResponseMessage> PostFileAsync(
        this Visitor visitor,
        string address,
        IHtmlDocument page,
        (string Name, byte[] Bytes)? file,
        params (string Name, string Value)[] changes
    )
    {
        using var form = new MultipartFormDataContent("----a-boundary")
        {
            HeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        foreach (var (name, value) in Visitor.Filled(page, changes))
        {
            if (name != "Input.File")
            {
                form.Add(Field(name, value));
            }
        }
        var bytes = new ByteArrayContent(file?.Bytes ?? []);
        bytes.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name=\"Input.File\"; filename=\"{file?.Name}\""
        );
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(bytes);
        return await visitor.SendAsync(Request(address, form));
    }

    public static string Evidence(string code) => $"/recommendations/{code}/evidence";

    /// <summary>A file under a title and a kind, unless the changes say others.</summary>
    public static async Task<HttpResponseMessage> AttachAsync(
        this Visitor visitor,
        string code,
        (string Name, byte[] Bytes) file,
        params (string Name, string Value)[] changes
    )
    {
        (string Name, string Value)[] usual =
        [
            ("Input.Title", "Décret signé"),
            ("Input.Kind", "decree"),
        ];
        return await visitor.PostFileAsync(
            Evidence(code),
            await visitor.PageAsync(Evidence(code)),
            file,
            [.. usual.Where(u => changes.All(c => c.Name != u.Name)), .. changes]
        );
    }

    /// <summary>The only piece of a recommendation.</summary>
    public static async Task<EvidencePiece> PieceAsync(this WebHost host, string code) =>
        Assert.Single(
            await host.Of<EvidenceQueries>()
                .OfRecommendationAsync(
                    await host.ActorAsync("coordinator"),
                    code,
                    TestContext.Current.CancellationToken
                )
        );

    public static IEnumerable<string> EvidenceFiles(this WebHost host) =>
        Directory.Exists(host.Of<EvidencePlace>().Folder)
            ? Directory.EnumerateFiles(
                host.Of<EvidencePlace>().Folder,
                "*",
                SearchOption.AllDirectories
            )
            : [];

    public static List<string> OnDisk(this WebHost host) =>
        [.. host.EvidenceFiles().Order(StringComparer.Ordinal)];

    public static string PathAndQuery(this Uri location) =>
        new Uri(new Uri("http://localhost/"), location).PathAndQuery;

    private static StringContent Field(string name, string value)
    {
        var field = new StringContent(value);
        field.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{name}\"",
        };
        return field;
    }

    public static HttpRequestMessage Request(string address, HttpContent content) =>
        new(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
}
