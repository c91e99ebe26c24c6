using Tracker.Core.Recommendations;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

public sealed class FilterAddressTests
{
    [Fact]
    public void The_plain_list_has_an_empty_address()
    {
        Assert.Equal("", FilterAddress.Write(RecommendationFilter.Everything));
        Assert.Equal("/r", FilterAddress.At("/r", RecommendationFilter.Everything));
        Assert.False(RecommendationFilter.Everything.Narrows);
        var third = RecommendationFilter.Everything with { Page = 3, Sort = SortKey.Due };
        Assert.Equal("/r?sort=due&page=3", FilterAddress.At("/r", third));
        Assert.False(third.Narrows);
        Assert.Equal(1, third.FromStart().Page);
    }

    /// <summary>Whatever can be chosen stands in the address and comes back from it.</summary>
    [Fact]
    public void Any_filter_survives_its_address()
    {
        var random = new Random(11);
        for (var round = 0; round < 3000; round++)
        {
            var filter = RandomFilters.Next(random);
            var address = FilterAddress.Write(filter);
            var reading = Asking.Reading(address);
            Assert.Empty(reading.Problems);
            Assert.Equal(address, FilterAddress.Write(reading.Filter));
            Assert.Equivalent(filter, reading.Filter, strict: true);
        }
    }

    [Fact]
    public void Taking_a_condition_away_leaves_all_the_others()
    {
        var random = new Random(12);
        var taken = 0;
        for (var round = 0; round < 500; round++)
        {
            var filter = RandomFilters.Next(random);
            var conditions = FilterAddress.Conditions(filter).ToList();
            foreach (var condition in conditions)
            {
                var rest = FilterAddress.Without(filter, condition);
                Assert.Equal(conditions.Where(c => c != condition), FilterAddress.Conditions(rest));
                Assert.Equal(
                    (filter.Sort, filter.Descending, filter.Size, 1),
                    (rest.Sort, rest.Descending, rest.Size, rest.Page)
                );
                taken++;
            }
        }
        Assert.True(taken > 1000);
    }

    [Fact]
    public void A_repeated_parameter_means_or_and_the_same_value_counts_once()
    {
        var filter = Asking
            .Reading("status=in_progress&status=deferred&status=IN_PROGRESS&theme=dia&theme=DIA")
            .Filter;
        Assert.Equal(
            [ImplementationStatus.InProgress, ImplementationStatus.Deferred],
            filter.Statuses
        );
        Assert.Equal(["DIA"], filter.Themes);
    }

    [Theory]
    [InlineData("status=done", "status", "done")]
    [InlineData("acceptance=yes", "acceptance", "yes")]
    [InlineData("kind=implicit", "kind", "implicit")]
    [InlineData("overdue=perhaps", "overdue", "perhaps")]
    [InlineData("due_before=31/12/2021", "due_before", "31/12/2021")]
    [InlineData("due_after=2021-02-29", "due_after", "2021-02-29")]
    [InlineData("changed_after=2021-1-1", "changed_after", "2021-1-1")]
    [InlineData("sort=colour", "sort", "colour")]
    [InlineData("dir=sideways", "dir", "sideways")]
    [InlineData("page=0", "page", "0")]
    [InlineData("page=-1", "page", "-1")]
    [InlineData("page=99999999999", "page", "99999999999")]
    [InlineData("size=7", "size", "7")]
    [InlineData("size=100000", "size", "100000")]
    [InlineData("lead_standing=sure", "lead_standing", "sure")]
    [InlineData("publication=archived", "publication", "archived")]
    public void An_unknown_value_is_left_out_and_named(string query, string parameter, string value)
    {
        var reading = Asking.Reading(query + "&theme=DIA");
        Assert.Equal(
            new FilterProblem(FilterProblemKind.UnknownValue, parameter, value),
            Assert.Single(reading.Problems)
        );
        Assert.Equal("theme=DIA", FilterAddress.Write(reading.Filter));
    }

    [Fact]
    public void An_unknown_parameter_is_named_and_the_language_is_none_of_the_filters_business()
    {
        var problem = Assert.Single(Asking.Reading("colour=red&lang=en&q=").Problems);
        Assert.Equal(new(FilterProblemKind.UnknownParameter, "colour", "red"), problem);
    }

    [Fact]
    public void Two_thousand_characters_are_cut_and_said()
    {
        var reading = Asking.Reading("q=" + new string('a', 2000));
        Assert.Equal(200, reading.Filter.Search!.Length);
        Assert.Equal(FilterProblemKind.TooLong, Assert.Single(reading.Problems).Kind);
        var value = Assert.Single(Asking.Reading("theme=" + new string('A', 2000)).Problems).Value;
        Assert.True(value.Length < 70);
    }

    [Fact]
    public void Many_faults_make_one_sentence_a_parameter_with_five_examples()
    {
        var query = string.Join('&', Enumerable.Range(0, 20).Select(i => $"status=s{i}&word{i}=1"));
        Assert.Equal(
            [
                new(FilterProblemKind.UnknownValue, "status", "s0, s1, s2, s3, s4…"),
                new(FilterProblemKind.UnknownParameter, "word0, word1, word2, word3, word4…", "1"),
            ],
            Asking.Reading(query).Problems
        );
    }

    [Fact]
    public void A_sign_of_two_halves_is_cut_off_whole()
    {
        var search = Asking.Reading("q=" + new string('a', 199) + "🙂🙂").Filter.Search;
        Assert.Equal(new string('a', 199), search);
    }

    [Theory]
    [InlineData("changed_after=9999-12-31")]
    [InlineData("due_before=0001-01-01")]
    [InlineData("due_after=1899-12-31")]
    [InlineData("due_after=2200-01-01")]
    public void A_day_no_programme_means_is_unknown(string query) =>
        Assert.Equal(
            FilterProblemKind.UnknownValue,
            Assert.Single(Asking.Reading(query).Problems).Kind
        );

    [Fact]
    public void A_far_page_is_read_as_it_stands() =>
        Assert.Equal(99_999_999, Asking.Reading("page=99999999").Filter.Page);

    [Fact]
    public void A_flag_may_be_written_off()
    {
        Assert.Empty(Asking.Reading("overdue=0&stale=false").Problems);
        Assert.Equal(Flags.None, Asking.Reading("overdue=0&stale=false").Filter.Flags);
        Assert.Equal(
            Flags.Overdue | Flags.Stale,
            Asking.Reading("overdue=1&stale=true").Filter.Flags
        );
    }

    [Fact]
    public void Codes_of_frameworks_keep_their_small_letters() =>
        Assert.Equal(["SDG-8.b"], Asking.Reading("framework=SDG-8.b").Filter.Frameworks);
}
