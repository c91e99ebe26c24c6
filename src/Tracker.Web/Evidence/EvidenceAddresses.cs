using Tracker.Web.Recommendations;

namespace Tracker.Web.Evidence;

/// <summary>Addresses of the page of evidence, of its forms and of its files.</summary>
public static class EvidenceAddresses
{
    public const string Uploads = "/evidence/uploads";

    public static string Of(string code) => RecordAddresses.Of(code, "evidence");

    public static string Replacing(string code, Guid id) => $"{Of(code)}?replaces={id:D}";

    public static string Withdrawing(string code, Guid id) => $"{Of(code)}?withdraw={id:D}";

    public static string Sharing(string code, Guid id) => $"{Of(code)}?share={id:D}";

    public static string File(Guid id) => $"/evidence/{id:D}";

    public static string Damaged(Guid id) => $"/evidence/{id:D}/damaged";

    public static string Upload(Guid id) => $"{Uploads}/{id:D}";
}
