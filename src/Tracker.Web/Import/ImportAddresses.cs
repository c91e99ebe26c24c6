using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Tracker.Core.Import;
using Tracker.Core.Words;

namespace Tracker.Web.Import;

/// <summary>Where importing happens.</summary>
internal static class ImportAddresses
{
    public const string All = "/import";
    public const string Send = "/import/send";

    public static string Of(Guid id) => $"/import/{id:D}";

    public static string Undo(Guid batch) => $"/import/batches/{batch:D}/undo";

    /// <summary>The page of a preview with what is to be said, and where in it.</summary>
    public static string Saying(string page, string said, string? at = null, string? why = null) =>
        QueryHelpers.AddQueryString(
            page,
            new Dictionary<string, string?>
            {
                ["said"] = said,
                ["at"] = at,
                ["why"] = why,
            }
        );

    /// <summary>Why a file was not read, as the page of imports says it.</summary>
    public static string Refused(SourceFault fault) =>
        QueryHelpers.AddQueryString(
            All,
            new Dictionary<string, string?>
            {
                ["fault"] = Codes.Of(fault.Kind),
                ["sheet"] = fault.Sheet,
                ["row"] = fault.Row?.ToString(CultureInfo.InvariantCulture),
                ["column"] = fault.Column?.ToString(CultureInfo.InvariantCulture),
                ["detail"] = fault.Detail,
            }
        );
}
