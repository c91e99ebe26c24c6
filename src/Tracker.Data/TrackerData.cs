using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tracker.Data.Access;
using Tracker.Data.Causes;
using Tracker.Data.Comments;
using Tracker.Data.Dashboard;
using Tracker.Data.Demonstration;
using Tracker.Data.Drafts;
using Tracker.Data.Evidence;
using Tracker.Data.Exports;
using Tracker.Data.History;
using Tracker.Data.Import;
using Tracker.Data.Lists;
using Tracker.Data.Live;
using Tracker.Data.Milestones;
using Tracker.Data.MyWork;
using Tracker.Data.Progress;
using Tracker.Data.Publishing;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Seed;
using Tracker.Data.Storage;
using Tracker.Data.Verification;
using Tracker.Data.Views;
using Tracker.Data.Workshops;

namespace Tracker.Data;

/// <summary>Everything Data offers, registered once; the provider projects add the context.</summary>
public static class TrackerData
{
    /// <summary>
    /// The queries and commands. Call a provider's <c>AddTracker…</c> beside it; whoever asks for evidence also gives an
    /// <see cref="EvidencePlace"/>.
    /// </summary>
    public static IServiceCollection AddTrackerData(this IServiceCollection services)
    {
        services.TryAddSingleton(new PublicPages(StartOn: false));
        services.AddSingleton<ChangeBus>();
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<ListMemory>();
        services.AddSingleton<TallyMemory>();
        services.AddSingleton<Ledgers>();
        services.AddSingleton<FigureMemory>();
        services.AddSingleton<LastFilters>();
        services.AddSingleton<Store>();
        services.AddSingleton<EvidenceFolder>();
        services.AddSingleton<ReceivedFiles>();
        services.AddRoom<Migrator>();
        services.AddRoom<RecommendationQueries>();
        services.AddRoom<RecordQueries>();
        services.AddRoom<DatedRecordQueries>();
        services.AddRoom<FacetQueries>();
        services.AddRoom<ChosenQueries>();
        services.AddRoom<LastFilterQueries>();
        services.AddRoom<LastFilterCommands>();
        services.AddRoom<RecommendationCommands>();
        services.AddRoom<ImportQueries>();
        services.AddRoom<ImportCommands>();
        services.AddRoom<RelatedCommands>();
        services.AddRoom<OwnerCommands>();
        services.AddRoom<StatusCommands>();
        services.AddRoom<UndoCommands>();
        services.AddRoom<AnswerCommands>();
        services.AddRoom<VerificationQueries>();
        services.AddRoom<UpdateCommands>();
        services.AddRoom<DraftCommands>();
        services.AddRoom<DraftQueries>();
        services.AddRoom<EvidenceQueries>();
        services.AddRoom<EvidenceCommands>();
        services.AddRoom<UploadQueries>();
        services.AddRoom<UploadCommands>();
        services.AddRoom<WorkshopQueries>();
        services.AddRoom<WorkshopCommands>();
        services.AddRoom<ListQueries>();
        services.AddRoom<CauseQueries>();
        services.AddRoom<CauseCommands>();
        services.AddRoom<MyWorkQueries>();
        services.AddRoom<CommentQueries>();
        services.AddRoom<CommentCommands>();
        services.AddRoom<MilestoneQueries>();
        services.AddRoom<MilestoneCommands>();
        services.AddRoom<HistoryQueries>();
        services.AddRoom<DashboardQueries>();
        services.AddRoom<ChangeQueries>();
        services.AddRoom<PublicQueries>();
        services.AddRoom<ShareQueries>();
        services.AddRoom<ShareCommands>();
        services.AddRoom<ViewQueries>();
        services.AddRoom<ViewCommands>();
        services.AddRoom<ExportQueries>();
        services.AddRoom<SeedCommands>();
        services.AddRoom<DemonstrationCommands>();
        services.AddRoom<AccountActors>();
        return services;
    }

    /// <summary>
    /// The one exception to "nobody but Data touches the context": Identity's own stores, and the ring of keys that
    /// protect cookies and forms.
    /// </summary>
    public static IdentityBuilder AddTrackerAccounts(
        this IServiceCollection services,
        Action<IdentityOptions> configure
    )
    {
        services.AddScoped(s => s.GetRequiredService<Contexts>().Open());
        services
            .AddDataProtection()
            .SetApplicationName("Tracker")
            .PersistKeysToDbContext<TrackerContext>();
        return services
            .AddIdentityCore<Account>(configure)
            .AddEntityFrameworkStores<TrackerContext>();
    }

    /// <summary>Constructors are internal, because what they take is: nobody outside makes a room of their own.</summary>
    private static void AddRoom<T>(this IServiceCollection services)
        where T : class
    {
        var constructor = typeof(T)
            .GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single();
        services.AddSingleton(provider =>
            (T)
                constructor.Invoke([
                    .. constructor
                        .GetParameters()
                        .Select(p => provider.GetRequiredService(p.ParameterType)),
                ])
        );
    }
}
