using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Documents.Seed;

namespace Tracker.Tests.Spelling;

public sealed class CodesTests
{
    [Fact]
    public void A_value_is_spelt_in_lower_case_with_underscores()
    {
        Assert.Equal("no_longer_applicable", Codes.Of(ImplementationStatus.NoLongerApplicable));
        Assert.Equal("verified", Codes.Of(ImplementationStatus.Verified));
        Assert.Equal("iom_coordinator", Codes.Of(Role.IomCoordinator));
    }

    [Fact]
    public void Every_code_reads_back_as_its_value()
    {
        RoundTrip<ImplementationStatus>();
        RoundTrip<Acceptance>();
        RoundTrip<Role>();
        RoundTrip<Deed>();
        RoundTrip<SortKey>();
        RoundTrip<EventType>();
        RoundTrip<Publication>();
        RoundTrip<LeadStanding>();
        RoundTrip<RecommendationKind>();
        RoundTrip<Language>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("done")]
    [InlineData("1")]
    [InlineData("InProgress")]
    [InlineData("in progress")]
    public void What_is_no_code_is_not_read(string? code)
    {
        Assert.False(Codes.TryParse<ImplementationStatus>(code, out var value));
        Assert.Equal(default, value);
        Assert.Throws<ArgumentException>(() => Codes.Parse<ImplementationStatus>(code ?? ""));
    }

    [Fact]
    public void Capitals_are_forgiven()
    {
        Assert.True(Codes.TryParse<ImplementationStatus>("IN_PROGRESS", out var value));
        Assert.Equal(ImplementationStatus.InProgress, value);
    }

    [Theory]
    [InlineData("implementation")]
    [InlineData("acceptance")]
    public void The_codes_are_those_of_the_vocabulary_in_its_order(string dimension)
    {
        var vocabulary = DomainPackReader
            .Table("status_vocabulary.csv")
            .Where(row => row["dimension"] == dimension)
            .OrderBy(row => int.Parse(row["sort_order"], provider: null))
            .Select(row => row["code"])
            .ToList();
        Assert.NotEmpty(vocabulary);
        Assert.Equal(
            vocabulary,
            dimension == "acceptance" ? Codes.All<Acceptance>() : Codes.All<ImplementationStatus>()
        );
    }

    private static void RoundTrip<T>()
        where T : struct, Enum
    {
        Assert.NotEmpty(Codes.All<T>());
        Assert.Equal(Enum.GetValues<T>(), Codes.All<T>().Select(Codes.Parse<T>));
    }
}
