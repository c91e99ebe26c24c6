using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Storage;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>
/// One tracker, put into one state after the other: what a cell wrote is taken back by copying the database of before
/// over it, page by page.
/// </summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    public const string Code = "KAY-2020-05";

    /// <summary>Of the same lead, without milestones.</summary>
    public const string Second = "KAY-2020-04";
    public const string Lead = "MEFP";
    public const string Supporter = "ANPE";
    private const string Funder = "FFU";

    private readonly SqliteConnection _live;
    private readonly SqliteConnection _loaded = new("Data Source=:memory:");
    private readonly SqliteConnection _before = new("Data Source=:memory:");
    private readonly SqliteCommand _mark;

    private MatrixWorld(TestTracker tracker, string connection)
    {
        Tracker = tracker;
        _live = new SqliteConnection(connection);
        _live.Open();
        _loaded.Open();
        _before.Open();
        _live.BackupDatabase(_loaded);
        _mark = _live.CreateCommand();
        _mark.CommandText = "PRAGMA data_version";
    }

    public TestTracker Tracker { get; }

    public long Version { get; private set; }
    public long MilestoneVersion { get; private set; }
    public long WorkshopVersion { get; private set; }
    public Guid Expected { get; } = Guid.CreateVersion7();
    public Guid Dropped { get; } = Guid.CreateVersion7();
    public Guid PieceOfLead { get; } = Guid.CreateVersion7();
    public Guid PieceOfSupporter { get; } = Guid.CreateVersion7();

    /// <summary>Sent by the person of the cell before, where the person could.</summary>
    public Guid Upload { get; set; }

    public DateOnly Today => Tracker.Clock.Today;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<MatrixWorld> MakeAsync()
    {
        var tracker = await TestTracker.KayesAsync();
        await using var context = tracker.Of<Contexts>().Open();
        return new MatrixWorld(tracker, Sql.ConnectionString(context));
    }

    /// <summary>The pack again, its recommendation in this state, and the person of the cell.</summary>
    public async Task<Actor> BeginAsync(Cell cell)
    {
        _loaded.BackupDatabase(_live);
        Ends.Done(
            await Tracker
                .Of<Store>()
                .WriteAsync(
                    Actor.Worker,
                    Deed.CorrectRecommendation,
                    (write, token) => MatrixScene.SetAsync(write, cell.Standing, this, token),
                    Cancellation
                )
        );
        if (cell.Standing == Standing.ImplementedByCoordination)
        {
            await Tracker.PersonAsync(Role.IomCoordinator, Lead);
        }
        var person =
            cell.Role == Role.Anonymous
                ? Actor.Anonymous
                : await Tracker.PersonAsync(cell.Role, OrganisationOf(cell));
        Keep();
        await using var context = Tracker.Of<Contexts>().Open();
        Version = await context
            .Recommendations.Where(r => r.Code == Code)
            .Select(r => r.Version)
            .SingleAsync(Cancellation);
        MilestoneVersion = await context
            .Milestones.Where(m => m.Id == Expected)
            .Select(m => m.Version)
            .SingleAsync(Cancellation);
        WorkshopVersion = await context
            .Workshops.Where(w => w.Code == "KAY-2020")
            .Select(w => w.Version)
            .SingleAsync(Cancellation);
        return person;
    }

    /// <summary>What a cell finds is what it will be put back to.</summary>
    public void Keep() => _live.BackupDatabase(_before);

    public void Restore()
    {
        _before.BackupDatabase(_live);
        foreach (var file in Tracker.Files.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Delete();
        }
    }

    /// <summary>Moves on with every commit of anybody else, whatever it wrote, and with every file kept.</summary>
    public string Mark()
    {
        var commits = (long)_mark.ExecuteScalar()!;
        var files = Tracker.Files.EnumerateFiles("*", SearchOption.AllDirectories).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{commits} commits, {files} files");
    }

    /// <summary>The rows of every table and the versions: slower, and said in words.</summary>
    public string Counted()
    {
        using var names = _live.CreateCommand();
        names.CommandText =
            "SELECT group_concat('SELECT ''' || name || ' '' || count(*) FROM \"' || name || '\"', ' UNION ALL ') "
            + "FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        using var counts = _live.CreateCommand();
#pragma warning disable CA2100 // names of our own tables
        counts.CommandText =
            names.ExecuteScalar()
            + " UNION ALL SELECT 'versions ' || sum(\"Version\") FROM \"Recommendations\""
            + " UNION ALL SELECT 'head ' || hex(\"Hash\") FROM \"HistoryHeads\"";
#pragma warning restore CA2100
        using var rows = counts.ExecuteReader();
        var said = new List<string>();
        while (rows.Read())
        {
            said.Add(rows.GetString(0));
        }
        Assert.True(said.Count > 30, "Few tables were counted.");
        return string.Join(", ", said);
    }

    public async ValueTask DisposeAsync()
    {
        await _mark.DisposeAsync();
        await _live.DisposeAsync();
        await _loaded.DisposeAsync();
        await _before.DisposeAsync();
        await Tracker.DisposeAsync();
    }

    public static string OrganisationOf(Cell cell) =>
        cell.Relation switch
        {
            Relation.Leads => Lead,
            Relation.Supports => Supporter,
            Relation.Funds => Funder,
            _ => cell.Role switch
            {
                Role.IomCoordinator => "OIM-ML",
                Role.Admin => "PRIM",
                Role.DonorViewer => "IDF",
                _ => "INSTAT",
            },
        };
}
