using Microsoft.Extensions.Localization;
using Tracker.Core.Access;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Comments;
using Tracker.Web.Milestones;
using Tracker.Web.Progress;

namespace Tracker.Web.Recommendations;

/// <summary>The deeds of a record as links: one in front, the others behind a button.</summary>
public sealed record RecordActions(
    IReadOnlyList<RecordAction> Main,
    IReadOnlyList<RecordAction> Others
)
{
    public static RecordActions Of(
        RecommendationRecord record,
        IStringLocalizer<RecordText> text,
        Tracker.Web.Text.Words words
    )
    {
        var all = record
            .Deeds.Where(d => d != Deed.ChangeStatus)
            // A coordinator writes an update for the lead or a partner by the same form.
            .Where(d => d != Deed.PostContribution || !record.Deeds.Contains(Deed.PostUpdate))
            .Select(d => OfDeed(d, record, text))
            .ToList();
        var moves = record.Moves.Select(m => OfMove(m, record, text, words)).ToList();
        if (record.Deeds.Contains(Deed.PublishRecommendation))
        {
            var publish = all.Find(a => a.Form == typeof(PublishForm))!;
            return new([publish], [.. all.Where(a => a != publish), .. moves]);
        }
        var report = all.Find(a => a.Form == typeof(UpdateForm));
        List<RecordAction> main = report is null ? [] : [report];
        if (moves.Count > 0)
        {
            main.Add(Change(record, text));
        }
        return new(main, [.. moves, .. all.Where(a => a != report)]);
    }

    private static RecordAction Change(
        RecommendationRecord record,
        IStringLocalizer<RecordText> text
    ) =>
        new(
            text["action.change_status"],
            text["status.title"],
            RecordAddresses.Of(record.Code, "status"),
            typeof(StatusForm)
        );

    private static RecordAction OfMove(
        OfferedMove move,
        RecommendationRecord record,
        IStringLocalizer<RecordText> text,
        Tracker.Web.Text.Words words
    ) =>
        new(
            text["action.move", words.Of(move.To)],
            text["status.title"],
            StatusMoves.Address(record.Code, move),
            typeof(StatusForm)
        )
        {
            Others = new Dictionary<string, object?>
            {
                [nameof(StatusForm.To)] = Codes.Of(move.To),
            },
            Note = move.OnBehalfOfLead
                ? text["action.move.behalf", record.Lead!.Short(words.Language)].Value
                : null,
        };

    private static RecordAction OfDeed(
        Deed deed,
        RecommendationRecord record,
        IStringLocalizer<RecordText> text
    )
    {
        var (form, path) = deed switch
        {
            Deed.AssignOwner => (typeof(OwnerForm), "owner"),
            Deed.SetDueDate => (typeof(DueDateForm), "due"),
            Deed.WriteComment => (typeof(CommentForm), "comment"),
            Deed.SetMilestone => (typeof(MilestoneForm), "milestones"),
            Deed.PublishRecommendation => (typeof(PublishForm), "publish"),
            Deed.PostUpdate or Deed.PostContribution => (typeof(UpdateForm), "update"),
            Deed.AnswerRecommendation => (typeof(AnswerForm), "answer"),
            Deed.AttachEvidence => ((Type?)null, "evidence"),
            Deed.ArchiveRecommendation => (typeof(ArchiveForm), "archive"),
            _ => ((Type?)null, "edit"),
        };
        var label =
            deed == Deed.SetDueDate && (record.DueDate ?? (object?)record.Frequency) is not null
                ? "action.move_due_date"
                : "action." + Codes.Of(deed);
        return new(text[label], text[label], RecordAddresses.Of(record.Code, path), form);
    }
}
