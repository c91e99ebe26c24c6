using Microsoft.EntityFrameworkCore;

namespace Tracker.Data.Storage;

/// <summary>
/// SQL Server's usual collations take "mef" and "MEF " for MEF. Everything else here compares ordinally, so what is
/// stored must be spelt as the list spells it.
/// </summary>
internal static class Spelling
{
    /// <summary>Whether the list holds the code, letter for letter, on both databases.</summary>
    public static async Task<bool> HoldAsync(
        this IQueryable<string> codes,
        string code,
        CancellationToken cancellation
    ) =>
        (await codes.Where(c => c == code).ToListAsync(cancellation)).Contains(
            code,
            StringComparer.Ordinal
        );
}
