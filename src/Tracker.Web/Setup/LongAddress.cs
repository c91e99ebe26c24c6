namespace Tracker.Web.Setup;

/// <summary>
/// An address may be long (a search of ten thousand letters is cut, and said to be), but not without end. The server by
/// itself ends at 8 KB with an empty answer; here a page says so.
/// </summary>
internal static class LongAddress
{
    /// <summary>Characters as sent, where an accented letter takes six and a pictograph twelve.</summary>
    public const int Longest = 128 * 1024;

    /// <summary>Bytes of the request line the server reads at all; beyond it the answer is empty.</summary>
    public const int ReadByServer = 512 * 1024;

    public static IApplicationBuilder UseLongAddressPage(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                var length = request.Path.Value?.Length + request.QueryString.Value?.Length;
                if (length > Longest)
                {
                    context.Response.StatusCode = StatusCodes.Status414UriTooLong;
                    return Task.CompletedTask;
                }
                return next(context);
            }
        );
}
