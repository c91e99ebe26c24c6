using Tracker.Core.Recommendations;

namespace Tracker.Tests.Given;

/// <summary>Filters as addresses can hold them.</summary>
internal static class RandomFilters
{
    private static readonly string[] Words = ["diaspora", "a&b=c", "l’État + 100 %", "é#?/", "œ"];

    public static RecommendationFilter Next(Random random)
    {
        return new RecommendationFilter
        {
            Search = Often() ? null : Words[random.Next(Words.Length)],
            Statuses = Some(Enum.GetValues<ImplementationStatus>()),
            Acceptances = Some(Enum.GetValues<Acceptance>()),
            Kinds = Some(Enum.GetValues<RecommendationKind>()),
            Themes = Some("DIA", "GOV", "X&Y"),
            Leads = Some(RecommendationFilter.NoLead, "MEF", "CS-PONAM"),
            Supporting = Some("MEF", "OIM-ML"),
            Workshops = Some("KAY-2020", "SIK-2021"),
            Funders = Some("FFU", "IDF"),
            Places = Some("ML-1", "SC-DIASPORA"),
            Frameworks = Some("SDG-10.7", "SDG-8.b", "GCM"),
            Flags = Often() ? Flags.None : (Flags)random.Next(32),
            DueBefore = Day(),
            DueAfter = Day(),
            ChangedAfter = Day(),
            UpdatedAfter = Day(),
            BlockedBy = Some("budget", "border_closed"),
            WithDueDate = !Often(),
            WithoutEvidence = !Often(),
            AsOf = Day(),
            ProposedLead = !Often(),
            Drafts = !Often(),
            Sort = Often() ? SortKey.Code : (SortKey)random.Next(Enum.GetValues<SortKey>().Length),
            Descending = !Often(),
            Page = Often() ? 1 : random.Next(1, 100_000_000),
            Size = RecommendationFilter.Sizes[random.Next(RecommendationFilter.Sizes.Count)],
        };

        bool Often() => random.Next(3) > 0;

        DateOnly? Day() => Often() ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(2000));

        T[] Some<T>(params T[] values) =>
            Often() ? [] : [.. values.Where(_ => random.Next(2) == 0)];
    }
}
