using System.Globalization;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>A role is taken away between reading a page and saving: whatever the actor remembers, nothing is saved.</summary>
public sealed class Rights_are_read_at_each_write(ITestOutputHelper output)
{
    /// <summary>Seen by nobody but their sender, and worth nothing until a command that asks again.</summary>
    private static readonly string[] OnlyOnesOwn =
    [
        "DraftCommands.KeepAsync",
        "DraftCommands.DiscardAsync",
        "DraftCommands.DiscardAllAsync",
        "UploadCommands.AppendAsync",
        "UploadCommands.DiscardAsync",
    ];

    [Theory]
    [InlineData(Role.FocalPoint, nameof(Relation.Leads), 20)]
    [InlineData(Role.FocalPoint, nameof(Relation.Supports), 6)]
    [InlineData(Role.IomCoordinator, nameof(Relation.Neither), 25)]
    [InlineData(Role.Admin, nameof(Relation.Neither), 20)]
    public async Task A_role_taken_away_meanwhile_is_refused_by_every_command(
        Role role,
        string relation,
        int least
    )
    {
        await using var world = await MatrixWorld.MakeAsync();
        var tried = 0;
        foreach (var standing in new[] { Standing.Draft, Standing.NotStarted })
        {
            var cell = new Cell(role, Enum.Parse<Relation>(relation), standing);
            var person = await world.BeginAsync(cell);
            foreach (
                var act in Act.All.Where(a =>
                    a.Expected(cell) == Rights.Done && !OnlyOnesOwn.Contains(a.Method)
                )
            )
            {
                if (act.BeforeAsync is { } before)
                {
                    await before(world, person);
                }
                Ends.Done(
                    await world
                        .Tracker.Of<AccountActors>()
                        .GiveRoleAsync(
                            Actor.Worker,
                            person.Id,
                            MatrixWorld.OrganisationOf(cell),
                            Role.Analyst,
                            TestContext.Current.CancellationToken
                        )
                );
                var mark = world.Mark();
                Assert.Equal($"{act}: Away", $"{act}: {await act.EndAsync(world, person)}");
                Assert.Equal(mark, world.Mark());
                world.Restore();
                tried++;
            }
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tried} commands refused to a former {role}."
            )
        );
        Assert.True(tried >= least, $"Only {tried} commands were tried.");
    }
}
