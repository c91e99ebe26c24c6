using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data;
using Tracker.Data.Access;
using Tracker.Tests.Architecture;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>
/// Six roles, in each relation to a recommendation, with every public command, in every state: each cell is run
/// against the command itself, and a denied one is shown to have written nothing.
/// </summary>
public sealed class The_rights_matrix(ITestOutputHelper output)
{
    /// <summary>Public commands without a row, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["SeedCommands.LoadAsync"] = "the start of the program; adds only what is missing",
        ["DemonstrationCommands.LoadAsync"] = "the command line; tested with its own refusals",
        ["LastFilterCommands.Remember"] = "takes a note in memory about its own caller",
        ["ViewCommands.NoteVisitAsync"] = "takes a note about its own caller",
        ["LastFilterCommands.StoreAsync"] = "the worker's; does nothing for anybody else",
    };

    [Fact]
    public void Every_public_command_has_its_rows()
    {
        Type[] house = [.. typeof(TrackerData).Assembly.GetTypes()];
        Assert.True(Commands(house).Count() > 35, "Few commands were found.");
        Assert.Empty(WithoutRow(house));
        Assert.Empty(
            Act.All.Select(a => a.Method).Concat(Exempt.Keys).Except(Commands(house)).Distinct()
        );
    }

    [Fact]
    public void A_new_command_without_a_row_is_caught() =>
        Assert.Equal(
            ["ForgottenCommands.ForgetAsync"],
            WithoutRow(typeof(The_rights_matrix).GetNestedTypes(BindingFlags.NonPublic))
        );

    [Fact]
    public async Task Each_cell_ends_as_the_table_says_and_a_denied_one_writes_nothing()
    {
        await using var world = await MatrixWorld.MakeAsync();
        var count = new Count();
        var watch = Stopwatch.StartNew();
        foreach (var standing in Enum.GetValues<Standing>())
        {
            foreach (var (role, relation) in Cell.People)
            {
                await TryAllAsync(world, new Cell(role, relation, standing), count);
            }
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count.Cells} cells run: {count.Done} done, {count.Denied} denied without a write; {Commands([.. typeof(TrackerData).Assembly.GetTypes()]).Count() - Exempt.Count} commands, {watch.Elapsed.TotalSeconds:0} s."
            )
        );
        Assert.True(count.Wrong.Count == 0, string.Join('\n', count.Wrong.Take(60)));
        Assert.True(count.Cells > 8000, $"Only {count.Cells} cells were run.");
        Assert.True(count.Done > 1000, $"Only {count.Done} cells were allowed.");
    }

    /// <summary>All commands of one person on one recommendation.</summary>
    private static async Task TryAllAsync(MatrixWorld world, Cell cell, Count count)
    {
        var person = await world.BeginAsync(cell);
        var counted = world.Counted();
        foreach (var act in Act.All)
        {
            if (act.IsElsewhere && cell.Standing != default)
            {
                continue;
            }
            await TryAsync(world, cell, person, act, count);
        }
        if (world.Counted() is var after && after != counted)
        {
            count.Wrong.Add($"{cell}: the rows were {counted}, and are {after}");
        }
    }

    private static async Task TryAsync(
        MatrixWorld world,
        Cell cell,
        Actor person,
        Act act,
        Count count
    )
    {
        var expected = act.Expected(cell);
        var isAllowed = expected == Rights.Done;
        world.Upload = Guid.Empty;
        if (isAllowed && act.BeforeAsync is { } before)
        {
            await before(world, person);
        }
        var mark = world.Mark();
        var end = await act.EndAsync(world, person);
        var wrote = world.Mark() != mark;
        count.Cells++;
        _ = isAllowed ? count.Done++ : count.Denied++;
        if (end != expected)
        {
            count.Wrong.Add($"{act}, {cell}: expected {expected}, ended {end}");
        }
        if (wrote != (isAllowed && act.Writes))
        {
            count.Wrong.Add($"{act}, {cell}: {(wrote ? "wrote" : "wrote nothing")}, ended {end}");
        }
        if (isAllowed || wrote)
        {
            world.Restore();
        }
    }

    private static IEnumerable<string> WithoutRow(IEnumerable<Type> types) =>
        Commands(types).Except(Act.All.Select(a => a.Method)).Except(Exempt.Keys);

    /// <summary>Public methods of commands, and the one writer that is called otherwise.</summary>
    private static IEnumerable<string> Commands(IEnumerable<Type> types) =>
        types
            .Where(t => t.IsClass && (Doors.IsCommands(t) || t == typeof(AccountActors)))
            .SelectMany(Doors.Methods)
            .Where(m => m.Name != nameof(AccountActors.FindAsync))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .Distinct();

    private sealed class Count
    {
        public int Cells { get; set; }
        public int Done { get; set; }
        public int Denied { get; set; }
        public List<string> Wrong { get; } = [];
    }

    internal sealed class ForgottenCommands
    {
        public Task<Outcome> ForgetAsync(Actor actor) =>
            throw new NotSupportedException(actor.Name);
    }
}
