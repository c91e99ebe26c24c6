using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Access;
using Tracker.Core.Dashboard;
using Tracker.Core.Evidence;
using Tracker.Core.Import;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Access;
using Tracker.Data.Comments;
using Tracker.Data.Drafts;
using Tracker.Data.Evidence;
using Tracker.Data.Frameworks;
using Tracker.Data.History;
using Tracker.Data.Import;
using Tracker.Data.Milestones;
using Tracker.Data.Organisations;
using Tracker.Data.Places;
using Tracker.Data.Progress;
using Tracker.Data.Publishing;
using Tracker.Data.Recommendations;
using Tracker.Data.Search;
using Tracker.Data.Themes;
using Tracker.Data.Verification;
using Tracker.Data.Views;
using Tracker.Data.Workshops;

namespace Tracker.Data.Storage;

/// <summary>
/// The one context. Internal, so that a page, component or endpoint that reaches for it does not compile. Each
/// database's project derives from it to say what only that database needs.
/// </summary>
internal abstract class TrackerContext(DbContextOptions options)
    : IdentityUserContext<Account, Guid>(options),
        IDataProtectionKeyContext
{
    public DbSet<Theme> Themes => Set<Theme>();
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<FrameworkEntry> FrameworkEntries => Set<FrameworkEntry>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationName> OrganisationNames => Set<OrganisationName>();
    public DbSet<Workshop> Workshops => Set<Workshop>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<RecommendationSupport> Supports => Set<RecommendationSupport>();
    public DbSet<RecommendationPeriod> Periods => Set<RecommendationPeriod>();
    public DbSet<LastFilter> LastFilters => Set<LastFilter>();
    public DbSet<UndoStep> UndoSteps => Set<UndoStep>();
    public DbSet<RelatedLink> RelatedLinks => Set<RelatedLink>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<StartView> StartViews => Set<StartView>();
    public DbSet<LastVisit> LastVisits => Set<LastVisit>();
    public DbSet<ShareLink> ShareLinks => Set<ShareLink>();
    public DbSet<ProgrammeSetting> Settings => Set<ProgrammeSetting>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<PendingImport> PendingImports => Set<PendingImport>();
    public DbSet<RememberedMapping> RememberedMappings => Set<RememberedMapping>();
    public DbSet<ProgressUpdate> ProgressUpdates => Set<ProgressUpdate>();
    public DbSet<BlockerCause> BlockerCauses => Set<BlockerCause>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<MilestoneLink> MilestoneLinks => Set<MilestoneLink>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<VerificationRow> Verifications => Set<VerificationRow>();
    public DbSet<InternalComment> Comments => Set<InternalComment>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<CommandReceipt> Receipts => Set<CommandReceipt>();
    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();
    public DbSet<HistoryLine> HistoryLines => Set<HistoryLine>();
    public DbSet<HistoryText> HistoryTexts => Set<HistoryText>();
    public DbSet<HistoryHead> HistoryHeads => Set<HistoryHead>();
    public DbSet<PersonName> PersonNames => Set<PersonName>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who writes and why; set by the store only. Without it nothing recorded can be saved.</summary>
    public Write? CurrentWrite { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        HistoryRecorder.Record(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        HistoryRecorder.Record(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Replace<ForeignKeyIndexConvention>(
            services => new ChosenIndexes(
                services.GetRequiredService<ProviderConventionSetBuilderDependencies>()
            )
        );
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        SpeltAsCode<Acceptance>(configurationBuilder);
        SpeltAsCode<ImplementationStatus>(configurationBuilder);
        SpeltAsCode<RecommendationKind>(configurationBuilder);
        SpeltAsCode<LeadStanding>(configurationBuilder);
        SpeltAsCode<Publication>(configurationBuilder);
        SpeltAsCode<EventType>(configurationBuilder);
        SpeltAsCode<Language>(configurationBuilder);
        SpeltAsCode<Role>(configurationBuilder);
        SpeltAsCode<UpdateKind>(configurationBuilder);
        SpeltAsCode<Frequency>(configurationBuilder);
        SpeltAsCode<ClosureOutcome>(configurationBuilder);
        SpeltAsCode<VerificationResult>(configurationBuilder);
        SpeltAsCode<EvidenceKind>(configurationBuilder);
        SpeltAsCode<EvidenceVisibility>(configurationBuilder);
        SpeltAsCode<StockState>(configurationBuilder);
        SpeltAsCode<FlowKind>(configurationBuilder);
        SpeltAsCode<ImportAction>(configurationBuilder);
        SpeltAsCode<LinkStanding>(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerContext).Assembly);
        ModelRules.Apply(builder);
    }

    private static void SpeltAsCode<T>(ModelConfigurationBuilder builder)
        where T : struct, Enum =>
        builder
            .Properties<T>()
            .HaveConversion<CodeConverter<T>>()
            .HaveMaxLength(32)
            .AreUnicode(false);
}
