namespace Tracker.Web.Progress;

/// <summary>The words of updates, answers and drafts.</summary>
public sealed class ProgressText;
