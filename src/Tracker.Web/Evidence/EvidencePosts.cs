using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Tracker.Core;
using Tracker.Core.Evidence;
using Tracker.Data.Evidence;
using Tracker.Web.Access;

namespace Tracker.Web.Evidence;

/// <summary>
/// Reads the form that carries a file before the framework would: the file goes to disk as it comes, the page then meets a
/// form of plain fields that names it. Left to itself the framework keeps the whole body, in memory and in a
/// temporary folder, and refuses large ones without words.
/// </summary>
internal static class EvidencePosts
{
    /// <summary>Bytes that are read at all, so that what is too large is answered in words and not by a cut line.</summary>
    private const long MostRead = 100L * EvidenceLimits.Megabyte;
    private const int MostFields = 32;
    private const int LongestField = 64 * 1024;
    private const string Upload = "Input.Upload";

    private static readonly object Key = new();

    public static IApplicationBuilder UseEvidencePosts(this IApplicationBuilder app) =>
        app.Use((http, next) => IsOurs(http) ? ReadAsync(http, next) : next(http));

    /// <summary>What was wrong with the file of this request.</summary>
    public static FieldFault? FaultOf(HttpContext? http) => http?.Items[Key] as FieldFault;

    private static bool IsOurs(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type
            == typeof(EvidencePage)
        && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private static async Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.ContentLength > MostRead)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostRead;
        }
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        try
        {
            if (!await ReadPartsAsync(http, fields))
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }
        catch (Exception cut)
            when (cut is IOException and not BadHttpRequestException or InvalidDataException)
        {
            http.Items[Key] = new FieldFault(ContentFault.Field, Fault.FileCut);
        }
        Hand(http, fields);
        await next(http);
    }

    /// <returns>False where the form is not one of ours.</returns>
    private static async Task<bool> ReadPartsAsync(
        HttpContext http,
        Dictionary<string, StringValues> fields
    )
    {
        var boundary = HeaderUtilities
            .RemoveQuotes(MediaTypeHeaderValue.Parse(http.Request.ContentType).Boundary)
            .Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
        {
            return false;
        }
        var reader = new MultipartReader(boundary, http.Request.Body);
        var hasFile = false;
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            var disposition = part.GetContentDispositionHeader();
            if (disposition?.IsFileDisposition() == true)
            {
                var name = NameOf(disposition);
                if (string.IsNullOrEmpty(name) || hasFile)
                {
                    continue;
                }
                hasFile = true;
                Hand(http, fields);
                // The token stands before the file: nothing of a stranger's form is written to disk.
                var forms = http.RequestServices.GetRequiredService<IAntiforgery>();
                if (!await forms.IsRequestValidAsync(http))
                {
                    return false;
                }
                await ReceiveAsync(http, fields, name, part.Body);
            }
            else if (disposition?.IsFormDisposition() == true)
            {
                if (fields.Count >= MostFields)
                {
                    return false;
                }
                var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                fields[field] = StringValues.Concat(
                    fields.GetValueOrDefault(field),
                    await TextOfAsync(part.Body, http.RequestAborted)
                );
            }
        }
        return true;
    }

    private static async Task ReceiveAsync(
        HttpContext http,
        Dictionary<string, StringValues> fields,
        string name,
        Stream content
    )
    {
        var uploads = http.RequestServices.GetRequiredService<UploadCommands>();
        var actor = await http
            .RequestServices.GetRequiredService<Actors>()
            .OfAsync(http.User, http.RequestAborted);
        var code = http.Request.RouteValues["Code"] as string ?? "";
        var outcome = await uploads.ReceiveAsync(actor, code, name, content, http.RequestAborted);
        if (
            Guid.TryParse(fields.GetValueOrDefault(Upload), out var before)
            && outcome is Outcome.Done or Outcome.Invalid
        )
        {
            await uploads.DiscardAsync(actor, before, http.RequestAborted);
        }
        fields[Upload] = outcome is Outcome.Done done ? done.Code : "";
        // A refusal is said by the page itself.
        http.Items[Key] = outcome is Outcome.Invalid invalid ? invalid.Faults[0] : null;
    }

    private static void Hand(HttpContext http, Dictionary<string, StringValues> fields) =>
        http.Request.Form = new FormCollection(new Dictionary<string, StringValues>(fields));

    /// <summary>Browsers write the name as it is, in UTF-8; others in a spelling of its own.</summary>
    private static string? NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities
            .RemoveQuotes(
                StringSegment.IsNullOrEmpty(disposition.FileNameStar)
                    ? disposition.FileName
                    : disposition.FileNameStar
            )
            .Value;

    /// <exception cref="InvalidDataException">Longer than any field of ours.</exception>
    private static async Task<string> TextOfAsync(Stream body, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body);
        var buffer = new char[LongestField + 1];
        var read = await reader.ReadBlockAsync(buffer, cancellation);
        return read <= LongestField
            ? new string(buffer, 0, read)
            : throw new InvalidDataException("A field of the form is too long.");
    }
}
