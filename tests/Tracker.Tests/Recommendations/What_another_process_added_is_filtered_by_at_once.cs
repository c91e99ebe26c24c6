using Microsoft.Data.Sqlite;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Recommendations;

/// <summary>Lists are remembered between two pages; a code that memory lacks is looked for in the database.</summary>
public sealed class What_another_process_added_is_filtered_by_at_once
{
    [Theory]
    [InlineData(
        "theme=NEW&theme=GOV",
        """INSERT INTO "Themes" ("Code", "NameFr", "NameEn", "SortOrder") VALUES ('NEW', 'x', 'x', 99)"""
    )]
    [InlineData(
        "place=ZZ-1&place=ML",
        """INSERT INTO "Places" ("Code", "NameFr", "NameEn", "Level", "SortOrder") VALUES ('ZZ-1', 'x', 'x', 'country', 999)"""
    )]
    [InlineData(
        "framework=NEW&framework=GCM",
        """INSERT INTO "Frameworks" ("Code", "NameFr", "NameEn", "SortOrder") VALUES ('NEW', 'x', 'x', 99)"""
    )]
    public async Task A_code(string filter, string added)
    {
        await using var tracker = await TestTracker.KayesAsync();
        Assert.Single((await tracker.ListAsync(filter)).Problems);

        await tracker.ExecuteAsync(added);

        Assert.Empty((await tracker.ListAsync(filter)).Problems);
    }

    /// <summary>The second of two questions for a list that holds the code leaves the database alone.</summary>
    [Theory]
    [InlineData("theme=GOV")]
    [InlineData("lead=ANPE")]
    [InlineData("place=ML")]
    [InlineData("framework=GCM")]
    public async Task What_is_remembered_is_not_asked_for_again(string filter)
    {
        await using var tracker = await TestTracker.KayesAsync();
        var list = filter.Split('=')[0] switch
        {
            "theme" => "Themes",
            "lead" => "Organisations",
            "place" => "Places",
            _ => "FrameworkEntries",
        };
        await tracker.ListAsync(filter);

        using var counted = new CountedQueries(FileOf(tracker));
        await tracker.ListAsync(filter + "&sort=title");

        Assert.NotEmpty(counted.Asked);
        Assert.Empty(counted.Of(list));
    }

    private static string FileOf(TestTracker tracker)
    {
        using var context = tracker.Of<Contexts>().Open();
        return new SqliteConnectionStringBuilder(Sql.ConnectionString(context)).DataSource;
    }
}
