using Microsoft.Extensions.Primitives;

namespace Tracker.Web.Setup;

/// <summary>
/// A page's own form is named "main". Blazor wants the name in a hidden field; whoever posts the documented fields
/// without it (a script, a form kept from before) means the main form.
/// </summary>
internal static class DefaultForm
{
    private const string Handler = "_handler";

    public static IApplicationBuilder UseDefaultForm(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
                )
                {
                    var form = await context.Request.ReadFormAsync(context.RequestAborted);
                    if (!form.ContainsKey(Handler))
                    {
                        var named = form.ToDictionary(f => f.Key, f => f.Value);
                        named[Handler] = new StringValues("main");
                        context.Request.Form = new FormCollection(named, form.Files);
                    }
                }
                await next(context);
            }
        );
}
