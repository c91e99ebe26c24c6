using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Core.Import;
using Tracker.Core.Words;
using Tracker.Tests.Given;

namespace Tracker.Tests.Import.Pages;

/// <summary>The forms of importing, as a browser without scripts fills and sends them.</summary>
internal static class ImportVisits
{
    public static string? Count(IHtmlDocument page, ImportAction action) =>
        page.QuerySelector($"[data-count={Codes.Of(action)}] b")?.TextContent;

    public static (string Name, string Value)[] Form(
        IHtmlDocument page,
        string deed,
        params (string Name, string Value)[] changes
    ) => Fields((IHtmlFormElement)page.QuerySelector($"form[action$='/{deed}']")!, changes);

    public static (string Name, string Value)[] Fields(
        IHtmlFormElement form,
        params (string Name, string Value)[] changes
    ) =>
        [
            .. form.QuerySelectorAll("input[name], select[name], textarea[name]")
                .Where(f => f is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
                .Select(f =>
                    (
                        Name: f.GetAttribute("name")!,
                        Value: f is IHtmlSelectElement s ? s.Value ?? ""
                        : f is IHtmlTextAreaElement t ? t.Value
                        : ((IHtmlInputElement)f).Value
                    )
                )
                .Where(f => changes.All(c => c.Name != f.Name)),
            .. changes,
        ];

    public static async Task<IHtmlDocument> FollowAsync(
        Visitor visitor,
        string address,
        (string Name, string Value)[] fields
    )
    {
        using var answer = await visitor.PostAsync(address, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await visitor.PageAsync(answer.Headers.Location!.ToString());
    }

    public static async Task<string> SentAsync(Visitor visitor, string name, byte[] bytes)
    {
        using var answer = await SendAsync(visitor, name, bytes);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var address = answer.Headers.Location!.ToString();
        Assert.DoesNotContain("fault", address, StringComparison.Ordinal);
        return address;
    }

    public static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor,
        string name,
        byte[] bytes,
        string formPage = "/import"
    )
    {
        var token = await visitor.TokenAsync(formPage);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import/send")
        {
            Content = form,
        };
        return await visitor.SendAsync(request);
    }
}
