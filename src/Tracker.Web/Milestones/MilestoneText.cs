namespace Tracker.Web.Milestones;

/// <summary>Marks the texts of milestones.</summary>
public sealed class MilestoneText;
