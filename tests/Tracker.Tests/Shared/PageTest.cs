using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Access;
using Tracker.Data.Comments;
using Tracker.Data.Evidence;
using Tracker.Data.History;
using Tracker.Data.Lists;
using Tracker.Data.Milestones;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Workshops;
using Tracker.Tests.Given;
using Tracker.Web.Access;
using Tracker.Web.Evidence;
using Tracker.Web.Recommendations;

namespace Tracker.Tests.Shared;

/// <summary>Somebody signed in before a page over a whole tracker.</summary>
public abstract class PageTest : ComponentTest
{
    private protected void Opens(TestTracker tracker, Actor actor, Language language = Language.Fr)
    {
        Services.AddMudServices();
        Services.AddSingleton(tracker.Clock);
        Services.AddSingleton(new Actors(tracker.Of<AccountActors>()));
        Services.AddSingleton(tracker.Of<ListQueries>());
        Services.AddSingleton(tracker.Of<RecordQueries>());
        Services.AddSingleton(tracker.Of<DatedRecordQueries>());
        Services.AddSingleton(tracker.Of<EvidenceQueries>());
        Services.AddSingleton(tracker.Of<HistoryQueries>());
        Services.AddSingleton(tracker.Of<RecommendationQueries>());
        Services.AddSingleton(tracker.Of<RecommendationCommands>());
        Services.AddSingleton(tracker.Of<ChosenQueries>());
        Services.AddSingleton(tracker.Of<Data.Live.ChangeBus>());
        Services.AddSingleton(tracker.Of<FacetQueries>());
        Services.AddSingleton(tracker.Of<LastFilterQueries>());
        Services.AddSingleton(tracker.Of<LastFilterCommands>());
        Services.AddSingleton(tracker.Of<OwnerCommands>());
        Services.AddSingleton(tracker.Of<StatusCommands>());
        Services.AddSingleton(tracker.Of<UndoCommands>());
        Services.AddSingleton(tracker.Of<MilestoneQueries>());
        Services.AddSingleton(tracker.Of<MilestoneCommands>());
        Services.AddSingleton(tracker.Of<CommentQueries>());
        Services.AddSingleton(tracker.Of<CommentCommands>());
        Services.AddSingleton(tracker.Of<WorkshopQueries>());
        Services.AddSingleton(tracker.Of<WorkshopCommands>());
        Services.AddScoped<EvidenceWords>();
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<FieldWords>();
        Services.AddScoped<FilterWords>();
        Services.AddScoped<ChangeWords>();
        Services.AddScoped<Web.Shared.Still>();
        Services.AddSingleton<Web.Recommendations.RowPhrases>();
        Services.AddScoped<AntiforgeryStateProvider, NoTokens>();
        AddAuthorization()
            .SetAuthorized(actor.Name)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()));
        Reads(language);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private sealed class NoTokens : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
