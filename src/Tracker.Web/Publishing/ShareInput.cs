namespace Tracker.Web.Publishing;

/// <summary>What the forms of the page of links send: a new link, or the id of one to withdraw.</summary>
public sealed class ShareInput
{
    public string? Purpose { get; set; }
    public string? ExpiresOn { get; set; }
    public string? Revoke { get; set; }
}
