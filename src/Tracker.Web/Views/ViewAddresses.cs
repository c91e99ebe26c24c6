namespace Tracker.Web.Views;

/// <summary>Addresses of saved views.</summary>
internal static class ViewAddresses
{
    public const string All = "/views";

    public static string Of(string slug) => $"{All}/{slug}";

    /// <summary>The form that saves a page.</summary>
    /// <param name="page">Path and query.</param>
    public static string Save(string page) => $"{All}?save={Uri.EscapeDataString(page)}#save";
}
