using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;
using Tracker.Data.Workshops;

namespace Tracker.Data.Import;

/// <summary>
/// Writes a file that was confirmed: new workshops, new recommendations as they were found, changes by the verbs of the
/// screens, and a row for each record that says what became of it.
/// </summary>
internal sealed class ImportWriting(Write write, ImportBatch batch)
{
    private readonly Dictionary<string, Workshop> _workshops = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recommendation> _items = new(StringComparer.Ordinal);

    /// <summary>Null where all was written, else the end that stops it.</summary>
    public async Task<Outcome?> WriteAsync(ImportPreview preview, CancellationToken cancellation)
    {
        await LoadAsync(preview, cancellation);
        if (NewWorkshops.Create(write, preview, _workshops) is { } unfit)
        {
            return unfit;
        }
        foreach (var record in preview.Records)
        {
            var end = record.Action switch
            {
                ImportAction.Create or ImportAction.CreateWithWarning => RecordAsFound(record),
                ImportAction.Update => await UpdateAsync(preview, record, cancellation),
                _ => KeepAside(record),
            };
            if (end is not null)
            {
                return end;
            }
        }
        LinkNear(preview);
        await RememberAsync(preview, cancellation);
        return null;
    }

    private async Task LoadAsync(ImportPreview preview, CancellationToken cancellation)
    {
        foreach (var workshop in await write.Context.Workshops.ToListAsync(cancellation))
        {
            _workshops[workshop.Code] = workshop;
        }
        var codes = preview
            .Records.Where(r => r.Action == ImportAction.Update)
            .Select(r => r.Values.Code!)
            .Concat(preview.Records.Select(r => r.Values.NearDuplicateOf).OfType<string>())
            .Distinct(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(500))
        {
            var loaded = await write
                .Context.Recommendations.AsSplitQuery()
                .Include(r => r.Workshop)
                .Include(r => r.Supporting)
                .Include(r => r.Places)
                .Include(r => r.FrameworkEntries)
                .VisibleTo(write.Actor)
                .Where(r => some.Contains(r.Code))
                .ToListAsync(cancellation);
            loaded.ForEach(item => _items[item.Code] = item);
        }
    }

    private Outcome? RecordAsFound(ImportRecord record)
    {
        var values = record.Values;
        var status = values.Status ?? ImplementationStatus.NotStarted;
        if (status == ImplementationStatus.Verified)
        {
            throw new InvalidOperationException("An import never verifies.");
        }
        if (
            status is ImplementationStatus.NoLongerApplicable or ImplementationStatus.Deferred
            && values.StatusReason is null
        )
        {
            return Outcome.At(values.Code!, Fault.ReasonRequired);
        }
        var workshop = _workshops[values.Workshop!];
        var entry = EntryOf(values);
        // Its codes come from the lists of this very transaction.
        if (entry.Check() is { Count: > 0 } faults)
        {
            return new Outcome.Invalid([
                .. faults.Select(f => f with { Field = $"{values.Code} {f.Field}" }),
            ]);
        }
        var item = new Recommendation
        {
            Code = values.Code!,
            WorkshopId = workshop.Id,
            Workshop = workshop,
            ThemeCode = values.Theme!,
            Status = status,
            StatusReason = values.StatusReason,
            StatusSince = values.UpdatedOn ?? workshop.EndsOn,
            Percent = values.Percent,
            DueDate = values.DueDate,
            LastUpdateOn = values.UpdatedOn,
            Publication = Publication.Published,
            PublishedOn = write.Today,
            RecordedAsFound = true,
            ChangedAt = write.Now,
        };
        item.Write(entry);
        item.ProposeLead(values.Lead);
        Link(item, values, workshop.EndsOn);
        write.Context.Add(item);
        _items[item.Code] = item;
        ImportRemarks.Keep(write, item, values.Remarks);
        // The first save makes it version one.
        Note(record, item, version: 1, before: null);
        return null;
    }

    private async Task<Outcome?> UpdateAsync(
        ImportPreview preview,
        ImportRecord record,
        CancellationToken cancellation
    )
    {
        if (!_items.TryGetValue(record.Values.Code!, out var item))
        {
            return new Outcome.NotFound();
        }
        var updates = new ImportUpdating(write, item, record, Path.GetFileName(preview.File.Name));
        var before = ImportSnapshot.Of(write.Context.Entry(item));
        if (await updates.UpdateAsync(cancellation) is { } end)
        {
            return end;
        }
        Note(record, item, item.Version + 1, (before with { Updates = updates.Begun }).Write());
        return null;
    }

    private void Link(Recommendation item, ImportedValues values, DateOnly from)
    {
        item.Supporting.Set(
            write.Context,
            values.Supporting.Where(c => c != item.LeadCode),
            write.Today,
            code => new RecommendationSupport
            {
                RecommendationId = item.Id,
                Recommendation = item,
                OrganisationCode = code,
                From = from,
            }
        );
        RecommendationCommands.Link(write, item, EntryOf(values), from);
    }

    private Outcome? KeepAside(ImportRecord record)
    {
        if (record.Action == ImportAction.HeldBack)
        {
            Note(record, null, null, null);
        }
        return null;
    }

    private void Note(ImportRecord record, Recommendation? item, long? version, string? before) =>
        write.Context.Add(
            new ImportRow
            {
                BatchId = batch.Id,
                RecordNo = record.RecordNo,
                Row = record.Source.Number,
                Action = record.Action,
                Code = record.Values.Code is { Length: <= Lengths.Code } code ? code : null,
                RecommendationId = item?.Id,
                VersionAfter = version,
                Before = before,
                Cells = item is null
                    ? JsonSerializer.Serialize(record.Source.Cells.Select(c => c.Text))
                    : null,
                Reasons = JsonSerializer.Serialize(record.Reasons),
            }
        );

    /// <summary>Near-duplicates are proposed, for a coordinator to confirm.</summary>
    private void LinkNear(ImportPreview preview)
    {
        foreach (var record in preview.Records.Where(IsNew))
        {
            if (
                record.Values.NearDuplicateOf is { } other
                && _items.TryGetValue(other, out var earlier)
            )
            {
                write.Context.Add(
                    new RelatedLink
                    {
                        RecommendationId = _items[record.Values.Code!].Id,
                        Recommendation = _items[record.Values.Code!],
                        OtherId = earlier.Id,
                        Other = earlier,
                        OtherCode = other,
                        Standing = LinkStanding.Proposed,
                    }
                );
            }
        }
    }

    private async Task RememberAsync(ImportPreview preview, CancellationToken cancellation)
    {
        var key = ImportQueries.KeyOf(
            ColumnMapping.SourceOf(preview.Sheet.Rows[preview.Mapping.HeaderRow])
        );
        var kept = await write.Context.RememberedMappings.SingleOrDefaultAsync(
            m => m.SourceKey == key,
            cancellation
        );
        var mapping = new KeptMapping(preview.Sheet.Name, preview.Mapping).Write();
        if (kept is null)
        {
            kept = new RememberedMapping { SourceKey = key, Mapping = mapping };
            write.Context.Add(kept);
        }
        (kept.Mapping, kept.At) = (mapping, write.Now);
    }

    private static bool IsNew(ImportRecord record) =>
        record.Action is ImportAction.Create or ImportAction.CreateWithWarning;

    public static RecommendationEntry EntryOf(ImportedValues values) =>
        new()
        {
            WorkshopCode = values.Workshop!,
            Code = values.Code!,
            Kind = values.Kind,
            Title = values.Title,
            Text = values.Text,
            ThemeCode = values.Theme,
            ProposedLead = values.Lead,
            Places = values.Places,
            FrameworkEntries = values.FrameworkEntries,
        };
}
