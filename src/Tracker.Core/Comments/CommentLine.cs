using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Comments;

/// <summary>An internal comment as those who work together read it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Author">The person, for readers who may see names; else null.</param>
public sealed record CommentLine(
    OrganisationLabel Organisation,
    string? Author,
    DateTime At,
    string Text,
    Language Language
)
{
    /// <summary>The organisations that are asked to read it.</summary>
    public IReadOnlyList<OrganisationLabel> Mentions { get; init; } = [];
}

/// <summary>A comment that asks an organisation of the reader to look at a recommendation.</summary>
public sealed record MentionLine(string Code, Bilingual Title, CommentLine Comment);
