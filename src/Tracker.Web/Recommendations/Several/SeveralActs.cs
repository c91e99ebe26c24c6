using Tracker.Core.Access;

namespace Tracker.Web.Recommendations.Several;

/// <summary>What can be done to many rows at once, and the word of each in the address.</summary>
public static class SeveralActs
{
    public static IReadOnlyList<Deed> Offered => RowActs.Offered;

    public static string Path(Deed deed) => deed == Deed.Undo ? "undo" : RowActs.PathOf(deed);

    public static Deed? Read(string path) =>
        path switch
        {
            "status" => Deed.ChangeStatus,
            "owner" => Deed.AssignOwner,
            "due" => Deed.SetDueDate,
            "undo" => Deed.Undo,
            _ => null,
        };
}
