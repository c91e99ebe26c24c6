namespace Tracker.Web.Comments;

/// <summary>Marks the texts of internal comments.</summary>
public sealed class CommentText;
