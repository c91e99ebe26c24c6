using Tracker.Core.Access;

namespace Tracker.Web.Recommendations;

/// <summary>The deeds that a row of the list offers, and the form of each.</summary>
public static class RowActs
{
    public static IReadOnlyList<Deed> Offered { get; } =
    [Deed.ChangeStatus, Deed.AssignOwner, Deed.SetDueDate];

    public static Type FormOf(Deed deed) =>
        deed switch
        {
            Deed.ChangeStatus => typeof(StatusForm),
            Deed.AssignOwner => typeof(OwnerForm),
            _ => typeof(DueDateForm),
        };

    public static string PathOf(Deed deed) =>
        deed switch
        {
            Deed.ChangeStatus => "status",
            Deed.AssignOwner => "owner",
            _ => "due",
        };
}
