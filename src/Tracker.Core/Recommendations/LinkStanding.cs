namespace Tracker.Core.Recommendations;

/// <summary>Whether two recommendations that look alike say the same: proposed by the program, decided by a person.</summary>
public enum LinkStanding
{
    Proposed,
    Confirmed,
    Refused,
}
