using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Import;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Import;

/// <summary>
/// Changes one recommendation as a file says, by the verbs and rights of the screens. Where a verb asks why, the remark
/// of the file answers, or its name.
/// </summary>
internal sealed class ImportUpdating(
    Write write,
    Recommendation item,
    ImportRecord record,
    string fileName
)
{
    private readonly List<Guid> _begun = [];

    /// <summary>Updates that were written down with it.</summary>
    public IReadOnlyList<Guid> Begun => _begun;

    private ImportedValues Values => record.Values;

    private string Because => IsReason ? Values.Remarks! : fileName;

    private bool IsReason => Values.Remarks is { Length: <= StatusChangeRules.LongestText };

    /// <summary>Some verb has kept the remark as its text or reason.</summary>
    private bool IsSaid =>
        IsReason
        && (
            Changes(ImportField.DueDate, ImportField.Status)
            || (Changes(ImportField.Percent) && item.LeadCode is not null)
        );

    /// <summary>Null where all was changed; else the first verb that does not do it, named by the record's code.</summary>
    public async Task<Outcome?> UpdateAsync(CancellationToken cancellation)
    {
        if (
            Changes(
                ImportField.Kind,
                ImportField.TitleFr,
                ImportField.TitleEn,
                ImportField.Text,
                ImportField.TextEn,
                ImportField.Theme,
                ImportField.Places,
                ImportField.Goals
            )
        )
        {
            if (Refused(Deed.CorrectRecommendation) is { } refusal)
            {
                return refusal;
            }
            // No column of a file stands for the quotation: it stays.
            var entry = ImportWriting.EntryOf(Values) with
            {
                SourceQuote = item.SourceQuote,
            };
            if (entry.Check() is { Count: > 0 } faults)
            {
                return Named(new Outcome.Invalid(faults));
            }
            item.Write(entry);
            RecommendationCommands.Link(write, item, entry, write.Today);
        }
        var end =
            await AssignAsync(cancellation)
            ?? await SetDueDateAsync(cancellation)
            ?? await MoveAsync(cancellation);
        if (end is null && !IsSaid)
        {
            ImportRemarks.Keep(write, item, Values.Remarks);
        }
        item.ChangedAt = write.Now;
        return end;
    }

    private async Task<Outcome?> AssignAsync(CancellationToken cancellation)
    {
        if (!Changes(ImportField.Lead, ImportField.Supporting))
        {
            return null;
        }
        if (Refused(Deed.AssignOwner) is { } refusal)
        {
            return refusal;
        }
        var standing = item.LeadStanding;
        var (lead, supporting) = (Values.Lead, Values.Supporting.Where(c => c != Values.Lead));
        var end = await OwnerCommands.AssignAsync(
            write,
            item,
            item.Version,
            new OwnerChange(lead, [.. supporting]),
            cancellation
        );
        if (!Changes(ImportField.Lead))
        {
            // Partners alone: a lead that was proposed has still not been asked.
            item.LeadStanding = standing;
        }
        return Named(end);
    }

    private async Task<Outcome?> SetDueDateAsync(CancellationToken cancellation)
    {
        if (!Changes(ImportField.DueDate))
        {
            return null;
        }
        return Refused(Deed.SetDueDate)
            ?? Named(
                await OwnerCommands.SetTermAsync(
                    write,
                    item,
                    item.Version,
                    new Term(Values.DueDate, null),
                    Because,
                    cancellation
                )
            );
    }

    private async Task<Outcome?> MoveAsync(CancellationToken cancellation)
    {
        if (Changes(ImportField.Status))
        {
            return Refused(Deed.ChangeStatus)
                ?? Named(
                    await StatusCommands.ChangeAsync(
                        write,
                        item,
                        item.Version,
                        new StatusChange
                        {
                            To = Values.Status!.Value,
                            UpdateText = Because,
                            Reason = Values.StatusReason ?? Because,
                            Comment = Because,
                            Summary = Because,
                            CompletionDate = Values.UpdatedOn ?? write.Today,
                            DueDate = Values.DueDate,
                            Percent = Values.Percent,
                        },
                        Language.Fr,
                        cancellation
                    )
                )
                ?? Begin();
        }
        if (!Changes(ImportField.Percent))
        {
            return null;
        }
        if (item.LeadCode is not null && Refused(Deed.PostUpdate) is { } refusal)
        {
            return refusal;
        }
        item.Percent = Values.Percent;
        if (item.LeadCode is null)
        {
            return null;
        }
        item.LastUpdateOn = write.Today;
        write.SpeakFor(item.LeadCode, item.Code);
        write.Context.Add(
            new ProgressUpdate
            {
                RecommendationId = item.Id,
                Recommendation = item,
                AuthorId = write.Actor.Id,
                OrganisationCode = item.LeadCode,
                OnBehalf = true,
                At = write.Now,
                Period = Quarter.Of(write.Today).ToString(),
                Text = Because,
                Language = Language.Fr,
                StatusBefore = item.Status,
                StatusAfter = item.Status,
                Percent = Values.Percent,
            }
        );
        return Begin();
    }

    private Outcome? Begin()
    {
        _begun.AddRange(
            write
                .Context.ChangeTracker.Entries<ProgressUpdate>()
                .Select(e => e.Entity)
                .Where(u => u.RecommendationId == item.Id && u.At == write.Now)
                .Select(u => u.Id)
        );
        return null;
    }

    private bool Changes(params ReadOnlySpan<ImportField> fields)
    {
        foreach (var difference in record.Differences)
        {
            if (fields.Contains(difference.Field))
            {
                return true;
            }
        }
        return false;
    }

    private Outcome? Refused(Deed deed) =>
        AccessRules.On(write.Actor, deed, item.Facts) is { } refusal
            ? new Outcome.Refused(refusal) { Of = item.Code }
            : null;

    /// <summary>Null for done; a fault is said at the record it concerns.</summary>
    private Outcome? Named(Outcome end) =>
        end switch
        {
            Outcome.Done => null,
            Outcome.Invalid invalid => new Outcome.Invalid([
                .. invalid.Faults.Select(f => f with { Field = $"{item.Code} {f.Field}" }),
            ]),
            _ => end,
        };
}
