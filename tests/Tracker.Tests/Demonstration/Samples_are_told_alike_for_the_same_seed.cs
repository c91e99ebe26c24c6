using System.Text.Json;
using Tracker.Core.Demonstration;
using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Demonstration;

public sealed class Samples_are_told_alike_for_the_same_seed
{
    private const int Many = 3_000;
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static List<SampleWorkshop> Told(int seed, int recommendations = Many) =>
        [.. Samples.Programme(seed).Workshops(recommendations, Today)];

    [Fact]
    public void And_otherwise_for_another()
    {
        var once = JsonSerializer.Serialize(Told(5));
        Assert.Equal(once, JsonSerializer.Serialize(Told(5)));
        Assert.NotEqual(once, JsonSerializer.Serialize(Told(6)));
    }

    [Fact]
    public void Asking_for_more_tells_the_same_and_then_more()
    {
        var few = Told(5, 100);
        var many = Told(5).Take(few.Count - 1);
        Assert.Equal(100, few.Sum(w => w.Recommendations.Count));
        Assert.Equal(
            JsonSerializer.Serialize(many),
            JsonSerializer.Serialize(few.Take(few.Count - 1))
        );
    }

    [Fact]
    public void Every_name_and_code_says_that_it_is_a_sample()
    {
        Assert.All(
            Samples.Programme().Organisations,
            o =>
            {
                Assert.StartsWith("EX-", o.Code, StringComparison.Ordinal);
                Assert.EndsWith("(exemple)", o.Name.Fr, StringComparison.Ordinal);
                Assert.EndsWith("(sample)", o.Name.En, StringComparison.Ordinal);
            }
        );
        Assert.All(
            Told(1),
            w =>
            {
                Assert.Matches("^EX[0-9]{4}-20[0-9]{2}$", w.Code);
                Assert.EndsWith("(exemple)", w.Name.Fr, StringComparison.Ordinal);
                Assert.EndsWith("(sample)", w.Name.En, StringComparison.Ordinal);
                Assert.Equal("demo-data --seed 1", w.Source);
            }
        );
    }

    [Fact]
    public void Real_organisations_are_given_nothing_to_answer_for()
    {
        var named = Told(1)
            .SelectMany(w =>
                w.Organisers.Concat(w.Funders)
                    .Concat(w.Recommendations.SelectMany(r => r.Supporting))
                    .Concat(w.Recommendations.Select(r => r.LeadCode).OfType<string>())
            );
        Assert.All(named, code => Assert.StartsWith("EX-", code, StringComparison.Ordinal));
    }

    [Fact]
    public void Titles_differ_and_both_languages_are_there()
    {
        var titles = Told(1).SelectMany(w => w.Recommendations).Select(r => r.Title).ToList();
        Assert.True(titles.Select(t => t.Fr).Distinct().Count() > Many * 0.97);
        Assert.All(
            titles,
            t =>
            {
                Assert.False(string.IsNullOrWhiteSpace(t.Fr) || string.IsNullOrWhiteSpace(t.En));
                Assert.DoesNotContain("{0}", t.Fr + t.En, StringComparison.Ordinal);
                Assert.True(t.Fr!.Length <= RecommendationEntry.LongestTitle);
            }
        );
    }

    /// <summary>No state that nobody could have brought it to, no day in the future, no two acts on one day.</summary>
    [Fact]
    public void A_story_goes_forward_along_the_table_of_moves()
    {
        var items = Told(1).SelectMany(w => w.Recommendations.Select(r => (w.EndsOn, r))).ToList();
        foreach (var (ended, item) in items)
        {
            var (day, state) = (item.PublishedOn ?? ended, item.Beginning);
            foreach (var act in item.Acts)
            {
                Assert.True(day < act.Day && act.Day <= Today, item.Code);
                Assert.True(
                    act.After.Status == state.Status
                        || Core.Progress.StatusTransitions.All.Any(t =>
                            t.From == state.Status && t.To == act.After.Status
                        ),
                    $"{item.Code}: {state.Status} to {act.After.Status}"
                );
                Assert.False(act.After.DueDate < ended);
                (day, state) = (act.Day, act.After);
            }
            Assert.True(item.LeadCode is not null || item.Acts.Count == 0);
        }
    }

    [Fact]
    public void Every_state_and_flag_is_there_and_none_is_all()
    {
        var present = Told(1).SelectMany(w => w.Recommendations).ToList();
        foreach (var status in Enum.GetValues<ImplementationStatus>())
        {
            var share = present.Count(r => r.Present.Status == status) / (double)Many;
            Assert.InRange(share, 0.004, 0.6);
        }
        Assert.Equal(4, present.Select(r => r.Present.Acceptance).Distinct().Count());
        Assert.Equal(3, present.Select(r => r.Present.LeadStanding).Distinct().Count());
        Assert.Contains(present, r => r.PublishedOn is null);
        Assert.Equal(12, present.Select(r => r.ThemeCode).Distinct().Count());
        var work = present.Where(r => FlagRules.IsWork(r.Present.Status)).ToList();
        Assert.True(work.Count(r => r.Present.DueDate < Today) > 50);
        Assert.True(
            work.Count(r => r.Present.DueDate >= Today && r.Present.DueDate <= Today.AddDays(30))
                > 10
        );
    }
}
