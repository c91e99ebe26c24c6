using System.Security.Cryptography;
using System.Text;
using Tracker.Core.Import;

namespace Tracker.Web.Import;

/// <summary>What the person saw, in a few letters: the form that confirms it brings them back.</summary>
internal static class PreviewDigest
{
    public static string Of(ImportPreview preview)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in preview.Records)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    $"{record.RecordNo} {record.Action} {record.Values.Code} {record.Values.Lead} {record.Values.Status} {string.Join('|', record.Differences)}\n"
                )
            );
        }
        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
