namespace Tracker.Core.Words;

/// <summary>
/// The word shown for a coded value. Words live with the screens; whoever writes documents is handed them.
/// </summary>
/// <param name="key">Family and code, for example <c>status.in_progress</c>, <c>acceptance.accepted</c>,
/// <c>kind.explicit</c>, <c>lead.proposed</c> or <c>flag.overdue</c>.</param>
/// <param name="language">The language of the word.</param>
public delegate string WordOf(string key, Language language);
