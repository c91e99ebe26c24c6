using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data;
using Tracker.Data.Access;
using Tracker.Data.Recommendations;
using Tracker.Data.Sqlite;
using Tracker.Data.SqlServer;
using Tracker.Data.Storage;

namespace Tracker.Tests.Architecture;

/// <summary>Each rule is asked about the house and about a planted breach that it must catch.</summary>
public sealed class DoorTests
{
    private static readonly Type[] Data =
    [
        .. new[]
        {
            typeof(TrackerData),
            typeof(TrackerSqlite),
            typeof(TrackerSqlServer),
        }.SelectMany(t => t.Assembly.GetTypes()),
    ];

    private static readonly Type[] Planted = typeof(DoorTests).GetNestedTypes(
        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public
    );

    private static HashSet<Type> Entities
    {
        get
        {
            using var context = Models.Sqlite();
            return
            [
                .. context
                    .Model.GetEntityTypes()
                    .Select(t => t.ClrType)
                    .Where(t => t.Assembly == typeof(TrackerData).Assembly && t != typeof(Account)),
            ];
        }
    }

    [Fact]
    public void Every_query_and_command_begins_with_an_actor()
    {
        var rooms = Doors.Rooms(Data).ToList();
        Assert.True(rooms.Count >= 12, $"Only {rooms.Count} rooms were found.");
        Assert.True(rooms.SelectMany(Doors.Methods).Count() >= 20);
        Assert.Empty(Doors.WithoutActorFirst(Data));
    }

    [Fact]
    public void A_query_without_an_actor_is_caught() =>
        Assert.Equal(
            ["CarelessQueries.ActorLastAsync", "CarelessQueries.FindAsync"],
            Doors.WithoutActorFirst(Planted).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_stored_row_leaves_the_data()
    {
        Assert.True(Entities.Count > 15, $"Only {Entities.Count} entities were found.");
        Assert.Empty(Doors.LettingEntitiesOut(Data, Entities));
        Assert.Empty(Doors.VisibleEntities(Entities));
    }

    [Fact]
    public void A_stored_row_that_leaves_is_caught_however_wrapped()
    {
        Assert.Equal(
            ["CarelessQueries.FindAsync", "CarelessQueries.WrappedAsync"],
            Doors.LettingEntitiesOut(Planted, Entities).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["OpenRow"], Doors.VisibleEntities([typeof(OpenRow), typeof(Account)]));
    }

    [Fact]
    public void The_context_is_nobodys_but_the_datas()
    {
        Assert.True(Data.Count(t => typeof(DbContext).IsAssignableFrom(t)) >= 3);
        Assert.Empty(Doors.VisibleContexts(Data));
    }

    [Fact]
    public void A_public_context_is_caught() =>
        Assert.Equal(["OpenContext"], Doors.VisibleContexts(Planted));

    [Fact]
    public void Commands_do_not_take_one_another()
    {
        Assert.True(Data.Count(Doors.IsCommands) >= 4);
        Assert.Empty(Doors.CommandsUsingCommands(Data));
    }

    [Fact]
    public void Commands_that_take_others_are_caught() =>
        Assert.Equal(["MeddlingCommands"], Doors.CommandsUsingCommands(Planted));

    [Fact]
    public void Every_room_is_registered_and_none_twice()
    {
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        services.AddTrackerData();
        var registered = services.Select(s => s.ServiceType).ToList();
        Assert.All(Doors.Rooms(Data), room => Assert.Single(registered, r => r == room));
    }

    internal sealed class CarelessQueries
    {
        internal sealed record Wrapped(IReadOnlyDictionary<string, Recommendation[]> Rows);

        public Task<Recommendation?> FindAsync(string code) =>
            throw new NotSupportedException(code);

        public Task<IReadOnlyList<Wrapped>> WrappedAsync(Actor actor) =>
            throw new NotSupportedException(actor.Name);

        public Task<Outcome> ActorLastAsync(string code, Actor actor) =>
            throw new NotSupportedException(code + actor.Name);

        public Task<Account> GoodAsync(Actor actor) => throw new NotSupportedException(actor.Name);
    }

    internal sealed class PlainCommands;

    internal sealed class MeddlingCommands(PlainCommands others)
    {
        public Task<Outcome> DoAsync(Actor actor) =>
            throw new NotSupportedException(nameof(others) + others.GetHashCode() + actor.Name);
    }

    public sealed class OpenRow;

    public sealed class OpenContext : DbContext;
}
