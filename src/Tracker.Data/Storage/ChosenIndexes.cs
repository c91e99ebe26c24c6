using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Tracker.Data.Recommendations;

namespace Tracker.Data.Storage;

/// <summary>
/// An index for each foreign key, but for the theme and the lead of a recommendation: a database that finds those
/// reads all rows of a theme and sorts them for the sake of 25, where an order of the list would have stopped early.
/// </summary>
internal sealed class ChosenIndexes(ProviderConventionSetBuilderDependencies dependencies)
    : ForeignKeyIndexConvention(dependencies)
{
    protected override IConventionIndex? CreateIndex(
        IReadOnlyList<IConventionProperty> properties,
        bool unique,
        IConventionEntityTypeBuilder entityTypeBuilder
    ) =>
        entityTypeBuilder.Metadata.ClrType == typeof(Recommendation)
        && properties
            is [{ Name: nameof(Recommendation.ThemeCode) or nameof(Recommendation.LeadCode) }]
            ? null
            : base.CreateIndex(properties, unique, entityTypeBuilder);
}
