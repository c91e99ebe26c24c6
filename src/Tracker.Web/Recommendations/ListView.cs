using Tracker.Core.Recommendations;

namespace Tracker.Web.Recommendations;

/// <summary>What the list page shows, small enough to be handed to the circuit.</summary>
public sealed record ListView(RecommendationPage Page, RecommendationCounts Counts, bool MayEnter);
