using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Import;

/// <summary>Understands the rows of a file against what the tracker knows. Source: the domain pack's catalogue.</summary>
public static class ImportReading
{
    /// <summary>The sheet and mapping that are proposed; null where no row of the file heads columns that are known.</summary>
    public static (SourceSheet Sheet, ColumnMapping Mapping)? Propose(SourceFile file)
    {
        foreach (var sheet in file.Sheets.Where(s => !s.Hidden))
        {
            if (ColumnMapping.Propose(sheet) is { } mapping)
            {
                return (sheet, mapping);
            }
        }
        return null;
    }

    /// <param name="linksNear">Looks for recommendations that say nearly the same.</param>
    public static ImportPreview Read(
        SourceFile file,
        SourceSheet sheet,
        ColumnMapping mapping,
        ImportAnswers answers,
        ImportLists lists,
        bool linksNear = true
    )
    {
        var rows = new RowSorting(sheet, mapping, answers, lists);
        rows.Sort();
        var known = new KnownRecommendations(lists, rows.Events);
        Clean(rows, mapping);
        known.Number(rows, mapping);
        var reader = new RecordReader(rows, mapping, answers, lists);
        var compare = new ImportComparison(mapping);
        var near = linksNear
            ? new Lazy<NearDuplicates>(() => NearDuplicates.Of(lists.Recommendations))
            : null;
        var records = rows
            .Drafts.Select(draft => RecordOf(draft, reader, compare, known, near, mapping))
            .ToList();
        return new(file, sheet, mapping, Proposed(rows, reader), records);
    }

    /// <summary>Texts as they will be compared and written: of a stranger's file put right, of our own as they are.</summary>
    private static void Clean(RowSorting rows, ColumnMapping mapping)
    {
        var notes = new List<ImportReasonKind>();
        foreach (var draft in rows.Drafts.Where(d => !d.IsSkipped))
        {
            var typed = rows.Cell(draft, ImportField.Text);
            if (mapping.IsOwn)
            {
                draft.Text = typed.Length > 0 ? typed : rows.Cell(draft, ImportField.TextEn);
            }
            else
            {
                notes.Clear();
                draft.Text = ImportValues.Text(typed, notes);
                foreach (var note in notes)
                {
                    draft.Note(note, ImportField.Text);
                }
            }
        }
    }

    private static ImportRecord RecordOf(
        RowDraft draft,
        RecordReader reader,
        ImportComparison compare,
        KnownRecommendations known,
        Lazy<NearDuplicates>? near,
        ColumnMapping mapping
    )
    {
        if (draft.IsSkipped)
        {
            var named = new ImportedValues { Code = draft.Code.Length > 0 ? draft.Code : null };
            return new(
                draft.RecordNo,
                draft.Row,
                ImportAction.Skip,
                named,
                draft.Reasons,
                [],
                null
            );
        }
        var before = known.Find(draft);
        var values = reader.Read(draft, before);
        IReadOnlyList<ImportDifference> differences = [];
        if (before is not null)
        {
            var isSame = mapping.IsOwn || KnownRecommendations.Says(before, draft.Key);
            if (
                !isSame
                && !KnownRecommendations.IsLike(before, draft.Text)
                && draft.Text.Length > 0
            )
            {
                draft.Note(
                    ImportReasonKind.SameCodeOtherText,
                    ImportField.Code,
                    known.NextOf(draft)
                );
            }
            if (!draft.Reasons.Exists(r => r.HoldsBack))
            {
                (values, differences) = compare.Of(values, before, isSame);
                draft.Note(ImportReasonKind.KnownCode, ImportField.Code, before.Code);
                if (before.IsArchived && differences.Count > 0)
                {
                    draft.Note(ImportReasonKind.ArchivedAlready, ImportField.Code, before.Code);
                }
            }
        }
        else
        {
            CheckNew(draft);
            if (near?.Value.Of(draft.Text) is { } other)
            {
                draft.Note(ImportReasonKind.NearDuplicate, ImportField.Text, other);
                values = values with { NearDuplicateOf = other };
            }
        }
        return new(
            draft.RecordNo,
            draft.Row,
            ActionOf(draft, before, differences),
            values,
            draft.Reasons,
            differences,
            before
        );
    }

    /// <summary>A new record needs a workshop that is known or can be proposed, and a code of its form.</summary>
    private static void CheckNew(RowDraft draft)
    {
        if (
            draft.Event is not { Code: { } workshop } its
            || (!its.IsKnown && (its.EndsOn is null || its.Name.Length == 0))
        )
        {
            draft.Note(ImportReasonKind.WorkshopUnknown, ImportField.Workshop);
            return;
        }
        if (RecommendationCode.Fault(draft.Code, workshop) is not null)
        {
            draft.Note(
                ImportReasonKind.CodeUnfit,
                ImportField.Code,
                RecommendationCode.Compose(workshop, 1)
            );
        }
    }

    private static ImportAction ActionOf(
        RowDraft draft,
        ImportedBefore? before,
        IReadOnlyList<ImportDifference> differences
    ) =>
        draft.Reasons.Exists(r => r.HoldsBack) ? ImportAction.HeldBack
        : before is not null && differences.Count > 0 ? ImportAction.Update
        : before is not null ? ImportAction.Unchanged
        : draft.Reasons.TrueForAll(r => r.IsPlain) ? ImportAction.Create
        : ImportAction.CreateWithWarning;

    private static List<ProposedWorkshop> Proposed(RowSorting rows, RecordReader reader) =>
        [
            .. rows
                .Events.Where(g => !g.IsKnown && g.Code is not null && g.Name.Length > 0)
                .Select(g => new ProposedWorkshop(
                    g.Code!,
                    g.Name,
                    g.EndsOn,
                    g.Venue.Length > 0
                        ? reader.Places.Find(g.Venue, g.EndsOn ?? DateOnly.MaxValue).Code
                        : null,
                    g.Venue.Length > 0 ? g.Venue : null
                ))
                .DistinctBy(w => w.Code, StringComparer.Ordinal),
        ];
}
