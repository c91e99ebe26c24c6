using Tracker.Core.Progress;
using Tracker.Core.Words;

namespace Tracker.Web.Recommendations;

public static class StatusMoves
{
    /// <summary>The form of one move.</summary>
    public static string Address(string code, OfferedMove move) =>
        $"{RecordAddresses.Of(code, "status")}?to={Codes.Of(move.To)}";
}
