using System.Globalization;
using Tracker.Core.Access;
using Tracker.Core.Demonstration;
using Tracker.Core.Words;
using Tracker.Data.Storage;

namespace Tracker.Data.Demonstration;

/// <summary>An update of a sample and the states around it.</summary>
internal sealed record ToldUpdate(
    DateOnly Day,
    SampleUpdate Update,
    SampleState Before,
    SampleState After
);

/// <summary>
/// The history of one sample, as many lines as asked for: its latest acts where they are fewer than the story has,
/// further updates and corrected words where they are more. Lines carry the days of the story; their place in the chain
/// is that of the loading.
/// </summary>
internal sealed class SampleHistory
{
    private const int LinesOfUpdate = 4;
    private const int LinesOfCorrection = 2;

    private readonly SampleRecommendation _sample;
    private readonly SampleIds _ids;
    private readonly int _lines;
    private readonly DateOnly _today;
    private readonly List<ToldUpdate> _updates;
    private readonly List<ToldUpdate> _further = [];

    public SampleHistory(SampleRecommendation sample, SampleIds ids, int lines, DateOnly today)
    {
        (_sample, _ids, _lines, _today) = (sample, ids, lines, today);
        var before = sample.Beginning;
        _updates = [];
        foreach (var act in sample.Acts)
        {
            if (act.Update is { } update)
            {
                _updates.Add(new ToldUpdate(act.Day, update, before, act.After));
            }
            if (act.After.Status != before.Status)
            {
                StatusSince = act.Day;
            }
            before = act.After;
        }
        Lengthen();
    }

    public IEnumerable<ToldUpdate> Updates => _updates.Concat(_further);

    public DateOnly? StatusSince { get; }

    public DateOnly? LastUpdateOn => Updates.Any() ? Updates.Max(u => u.Day) : null;

    public DateOnly? LastDay => _sample.Acts.Count > 0 ? _sample.Acts[^1].Day : null;

    /// <summary>Ten in the morning, UTC, of a day.</summary>
    public static DateTime At(DateOnly day) =>
        day.ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc);

    /// <summary>The one line that says what a thing is and that it came as a sample.</summary>
    public static HistoryNote Beginning(
        string kind,
        string field,
        string subject,
        string value,
        SampleIds ids,
        DateOnly day
    ) =>
        new(
            kind,
            subject,
            field,
            null,
            value,
            new ToldAct(ids.Next(), At(day), Deed.LoadDemonstration)
        );

    public IEnumerable<HistoryNote> Lines()
    {
        var published = _sample.PublishedOn is not null;
        var day = _sample.PublishedOn ?? _today;
        yield return Beginning(
            "recommendation",
            "publication",
            _sample.Code,
            published ? "published" : "draft",
            _ids,
            day
        );
        var told = ToldActs();
        var left = _lines - told.Sum(act => act.Lines.Count) - (_further.Count * LinesOfUpdate);
        foreach (var line in Corrections(left, day))
        {
            yield return line;
        }
        var all = told.Concat(
            _further.Select(u => (u.Day, Deed: Deed.ChangeStatus, Lines: LinesOf(u.Update)))
        );
        foreach (var act in all.OrderBy(a => a.Day))
        {
            var of = new ToldAct(_ids.Next(), At(act.Day), act.Deed);
            foreach (var line in act.Lines)
            {
                yield return line with
                {
                    Told = of,
                };
            }
        }
    }

    /// <summary>Updates said between publication and the last act, where more lines are wanted than the story has.</summary>
    private void Lengthen()
    {
        var own = ActLines().Sum(act => act.Lines.Count);
        if (_updates.Count == 0 || own >= _lines)
        {
            return;
        }
        var first = _updates[0].Day;
        var days = Math.Max(1, _sample.Acts[^1].Day.DayNumber - first.DayNumber);
        var count = (_lines - own) / LinesOfUpdate;
        for (var i = 0; i < count; i++)
        {
            var day = first.AddDays((int)((i + 1L) * days / (count + 1L)));
            var state = _sample.Acts.Last(act => act.Day <= day).After;
            var said = _updates[i % _updates.Count].Update;
            _further.Add(new ToldUpdate(day, said, state, state));
        }
    }

    /// <summary>The latest acts that fit.</summary>
    private List<(DateOnly Day, Deed Deed, List<HistoryNote> Lines)> ToldActs()
    {
        var acts = ActLines();
        var left = _lines;
        var told = acts.AsEnumerable()
            .Reverse()
            .TakeWhile(act => (left -= act.Lines.Count) >= 0)
            .ToList();
        told.Reverse();
        return told;
    }

    private List<(DateOnly Day, Deed Deed, List<HistoryNote> Lines)> ActLines()
    {
        var before = _sample.Beginning;
        var acts = new List<(DateOnly, Deed, List<HistoryNote>)>();
        foreach (var act in _sample.Acts)
        {
            var lines = Differences(before, act.After).ToList();
            if (act.Update is { } update)
            {
                lines.AddRange(LinesOf(update));
            }
            if (act.Reason is { } reason)
            {
                lines.Add(Line("reason", null, reason));
            }
            acts.Add((act.Day, act.Deed, lines));
            before = act.After;
        }
        return acts;
    }

    private IEnumerable<HistoryNote> Differences(SampleState before, SampleState after)
    {
        (string Field, string? Before, string? After)[] fields =
        [
            ("lead_standing", Codes.Of(before.LeadStanding), Codes.Of(after.LeadStanding)),
            ("acceptance", Codes.Of(before.Acceptance), Codes.Of(after.Acceptance)),
            ("status", Codes.Of(before.Status), Codes.Of(after.Status)),
            ("status_reason", before.StatusReason, after.StatusReason),
            ("percent", Spell(before.Percent), Spell(after.Percent)),
            ("due_date", Spell(before.DueDate), Spell(after.DueDate)),
            ("review_date", Spell(before.ReviewDate), Spell(after.ReviewDate)),
        ];
        return fields.Where(f => f.Before != f.After).Select(f => Line(f.Field, f.Before, f.After));
    }

    private List<HistoryNote> LinesOf(SampleUpdate update) =>
        [
            Line("organisation_code", null, _sample.LeadCode, "progress_update"),
            Line("on_behalf", null, "yes", "progress_update"),
            Line("text", null, update.Text, "progress_update"),
            Line("language", null, Codes.Of(update.Language), "progress_update"),
        ];

    /// <summary>Words that were put right soon after publication: what is still missing of the lines asked for.</summary>
    private IEnumerable<HistoryNote> Corrections(int lines, DateOnly day)
    {
        var (french, english) = (_sample.Title.Fr!, _sample.Title.En!);
        for (var left = lines; left > 0; left -= LinesOfCorrection)
        {
            var act = new ToldAct(_ids.Next(), At(day), Deed.CorrectRecommendation);
            var isLast = left <= LinesOfCorrection;
            var (nextFrench, nextEnglish) = isLast
                ? (_sample.Text.Fr!, _sample.Text.En!)
                : (french + " …", english + " …");
            yield return Line("text_fr", french, nextFrench) with
            {
                Told = act,
            };
            if (left > 1)
            {
                yield return Line("text_en", english, nextEnglish) with
                {
                    Told = act,
                };
            }
            (french, english) = (nextFrench, nextEnglish);
        }
    }

    private HistoryNote Line(
        string field,
        string? before,
        string? after,
        string kind = "recommendation"
    ) => new(kind, _sample.Code, field, before, after);

    private static string? Spell(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Spell(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
