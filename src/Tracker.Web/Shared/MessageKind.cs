namespace Tracker.Web.Shared;

public enum MessageKind
{
    Info,
    Ok,
    Warn,
    Bad,
}
