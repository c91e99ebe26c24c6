namespace Tracker.Web.Workshops;

/// <summary>Addresses of the workshops.</summary>
public static class WorkshopAddresses
{
    public const string All = "/workshops";

    public static string Of(string code) => $"{All}/{Uri.EscapeDataString(code)}";

    /// <summary>Its published recommendations in the list.</summary>
    public static string InList(string code) =>
        $"/recommendations?workshop={Uri.EscapeDataString(code)}";

    public static string Drafts(string code) => $"{InList(code)}&publication=draft";

    public static string NewRecommendation(string code) =>
        $"/recommendations/new?workshop={Uri.EscapeDataString(code)}";
}
