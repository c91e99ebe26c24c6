using Tracker.Tests.Given;

namespace Tracker.Tests.Storage;

public sealed class DatabasesSpokenForTests
{
    /// <summary>Passes without a server, since most desks have none, but nobody shall believe that both were tested.</summary>
    [Fact]
    public void Databases_spoken_for()
    {
        var present = Databases.Present().Select(row => row.Data).ToList();
        Assert.Contains(Database.Sqlite, present);
        Assert.Equal(Databases.HasServer, present.Contains(Database.SqlServer));
        if (Databases.HasServer)
        {
            return;
        }
        const string Loud =
            $"SQL SERVER NOT TESTED: set {Databases.Variable} to a connection string to run the data tests on it too.";
        TestContext.Current.AddWarning(Loud);
        TestContext.Current.TestOutputHelper!.WriteLine(Loud);
        Console.WriteLine(Loud);
    }
}
