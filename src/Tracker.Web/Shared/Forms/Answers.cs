using Tracker.Core;

namespace Tracker.Web.Shared.Forms;

/// <summary>The answer's number says what its sentence says.</summary>
public static class Answers
{
    /// <summary>Nothing to say in an open circuit, where there is no answer.</summary>
    public static void Say(HttpContext? http, Outcome outcome)
    {
        if (http is { Response.HasStarted: false })
        {
            http.Response.StatusCode = outcome switch
            {
                Outcome.Refused => StatusCodes.Status403Forbidden,
                Outcome.Conflict => StatusCodes.Status409Conflict,
                Outcome.Invalid => StatusCodes.Status422UnprocessableEntity,
                Outcome.NotFound => StatusCodes.Status404NotFound,
                _ => http.Response.StatusCode,
            };
        }
    }
}
