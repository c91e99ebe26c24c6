using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Views;
using Tracker.Core.Words;
using Tracker.Data.Access;
using Tracker.Data.Causes;
using Tracker.Data.Drafts;
using Tracker.Data.Evidence;
using Tracker.Data.Publishing;
using Tracker.Data.Views;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;

namespace Tracker.Tests.Access.Matrix;

/// <summary>Lists, workshops, roles and unsaved text: no recommendation is asked, so one state is all states.</summary>
internal static class ActsElsewhere
{
    private const string Form = "update KAY-2020-05";

    private static readonly Bilingual Funding = new("Financement", "Funding");

    private static readonly Dictionary<string, string> Typed = new(StringComparer.Ordinal)
    {
        ["Input.Text"] = "Deux réunions tenues",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<Act> All =>
        new[]
        {
            OfCauses,
            OfWorkshops,
            OfDrafts,
            OfViews,
            OfPublishing,
            ActsOfImport.All,
            OfTheHouse,
        }
            .SelectMany(acts => acts)
            .Select(act => act with { IsElsewhere = true });

    private static IEnumerable<Act> OfCauses =>
        [
            Cause(
                "AddAsync",
                (causes, actor) =>
                    causes.AddAsync(actor, new Bilingual("Élections", "Elections"), Cancellation)
            ),
            Cause(
                "RenameAsync",
                (causes, actor) =>
                    causes.RenameAsync(
                        actor,
                        "funding",
                        Funding,
                        new Bilingual("Budget", "Budget"),
                        Cancellation
                    )
            ),
            Cause(
                "PlaceAsync",
                (causes, actor) => causes.PlaceAsync(actor, "funding", 3, Cancellation)
            ),
            Cause(
                "RetireAsync",
                (causes, actor) => causes.RetireAsync(actor, "funding", true, Cancellation)
            ),
        ];

    private static IEnumerable<Act> OfWorkshops =>
        [
            new(
                "WorkshopCommands.CreateAsync",
                "",
                Rights.Enter,
                (world, actor) =>
                    world
                        .Tracker.Of<WorkshopCommands>()
                        .CreateAsync(actor, Entries.Workshop(), Cancellation)
            ),
            new(
                "WorkshopCommands.CorrectAsync",
                "",
                Rights.Workshop,
                (world, actor) =>
                    world
                        .Tracker.Of<WorkshopCommands>()
                        .CorrectAsync(
                            actor,
                            "KAY-2020",
                            world.WorkshopVersion,
                            Entries.Workshop("KAY-2020"),
                            Cancellation
                        )
            ),
        ];

    /// <summary>To throw away what is one's own is everybody's; those who have no forms have nothing to throw away.</summary>
    private static IEnumerable<Act> OfDrafts =>
        [
            new(
                "DraftCommands.KeepAsync",
                "",
                Rights.Draft,
                (world, actor) => Drafts(world).KeepAsync(actor, Form, Typed, Cancellation)
            ),
            new(
                "DraftCommands.DiscardAsync",
                "",
                _ => Rights.Done,
                (world, actor) => Drafts(world).DiscardAsync(actor, Form, Cancellation)
            )
            {
                Writes = false,
            },
            new(
                "DraftCommands.DiscardAllAsync",
                "",
                _ => Rights.Done,
                (world, actor) => Drafts(world).DiscardAllAsync(actor, Cancellation)
            )
            {
                Writes = false,
            },
        ];

    /// <summary>Views are everybody's; somebody else's is not even known.</summary>
    private static IEnumerable<Act> OfViews =>
        [
            new(
                "ViewCommands.SaveAsync",
                "own",
                Rights.View,
                (world, actor) =>
                    Views(world).SaveAsync(actor, OfTheme(shared: false), Cancellation)
            ),
            new(
                "ViewCommands.SaveAsync",
                "shared",
                Rights.SharedView,
                (world, actor) => Views(world).SaveAsync(actor, OfTheme(shared: true), Cancellation)
            ),
            new(
                "ViewCommands.RemoveAsync",
                "somebody else’s",
                Rights.UnknownView,
                (world, actor) => Views(world).RemoveAsync(actor, "unknown", Cancellation)
            ),
            new(
                "ViewCommands.StartWithAsync",
                "",
                Rights.View,
                (world, actor) => Views(world).StartWithAsync(actor, null, Cancellation)
            )
            {
                Writes = false,
            },
        ];

    private static IEnumerable<Act> OfPublishing =>
        [
            new(
                "ShareCommands.MakeAsync",
                "",
                Rights.Workshop,
                (world, actor) =>
                    Shares(world)
                        .MakeAsync(
                            actor,
                            "KAY-2020",
                            "Comité de pilotage",
                            new DateOnly(2021, 3, 31),
                            Cancellation
                        )
            ),
            new(
                "ShareCommands.RevokeAsync",
                "one that is not there",
                cell => Rights.Enter(cell) == Rights.Done ? "NotFound" : Rights.Enter(cell),
                (world, actor) =>
                    Shares(world).RevokeAsync(actor, Guid.CreateVersion7(), Cancellation)
            ),
            new(
                "ShareCommands.TurnPublicPagesAsync",
                "",
                Rights.Lists,
                (world, actor) => Shares(world).TurnPublicPagesAsync(actor, true, Cancellation)
            ),
        ];

    private static ShareCommands Shares(MatrixWorld world) => world.Tracker.Of<ShareCommands>();

    private static ViewEntry OfTheme(bool shared) =>
        new("Diaspora", "/recommendations?theme=DIA", shared);

    private static ViewCommands Views(MatrixWorld world) => world.Tracker.Of<ViewCommands>();

    private static IEnumerable<Act> OfTheHouse =>
        [
            new(
                "AccountActors.GiveRoleAsync",
                "",
                Rights.Lists,
                (world, actor) =>
                    world
                        .Tracker.Of<AccountActors>()
                        .GiveRoleAsync(actor, actor.Id, "MEF", Role.Admin, Cancellation)
            ),
            new(
                "UploadCommands.SweepAsync",
                "",
                _ => "AdministratorOnly",
                (world, actor) => world.Tracker.Of<UploadCommands>().SweepAsync(actor, Cancellation)
            ),
        ];

    private static Act Cause(string method, Func<CauseCommands, Actor, Task<Outcome>> act) =>
        new(
            $"CauseCommands.{method}",
            "",
            Rights.Lists,
            (world, actor) => act(world.Tracker.Of<CauseCommands>(), actor)
        );

    private static DraftCommands Drafts(MatrixWorld world) => world.Tracker.Of<DraftCommands>();
}
