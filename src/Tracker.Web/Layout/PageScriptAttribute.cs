namespace Tracker.Web.Layout;

/// <summary>
/// A page of the reading zone that is better with a little script of its own, and whole without it. Such a page carries
/// a nonce, and a policy that lets nothing else run.
/// </summary>
/// <param name="file">Under <c>wwwroot</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PageScriptAttribute(string file) : Attribute
{
    public string File { get; } = file;
}
