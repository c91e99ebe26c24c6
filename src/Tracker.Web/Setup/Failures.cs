using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace Tracker.Web.Setup;

/// <summary>Gives each unexpected failure a reference that the reader can quote, and logs it once under that reference.</summary>
internal sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    private static readonly object Key = new();

    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (StatusOf(exception) >= StatusCodes.Status500InternalServerError)
        {
            var reference = NewReference();
            httpContext.Items[Key] = reference;
            Note(logger, reference, exception);
        }
        // The words come from the error page, which runs next.
        return ValueTask.FromResult(false);
    }

    public static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;

    public static string? ReferenceOf(HttpContext context) => context.Items[Key] as string;

    public static string NewReference() => RandomNumberGenerator.GetHexString(8);

    [LoggerMessage(1, LogLevel.Error, "Failure {Reference}.")]
    public static partial void Note(ILogger logger, string reference, Exception exception);
}
