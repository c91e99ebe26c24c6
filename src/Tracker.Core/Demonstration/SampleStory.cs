using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;

namespace Tracker.Core.Demonstration;

/// <summary>
/// Tells what became of a recommendation, step by step from its publication until today: a lead confirms, answers, sets
/// a date, begins, reports, and sometimes ends. Moves follow the table of moves, so that no sample is in a state that
/// nobody could have brought it to.
/// </summary>
internal sealed class SampleStory(SampleWords words, Dice dice, DateOnly today)
{
    private readonly List<SampleAct> _acts = [];
    private DateOnly _day;
    private SampleState _state;

    public IReadOnlyList<SampleAct> Tell(SampleState beginning, DateOnly publishedOn)
    {
        _day = publishedOn;
        _state = beginning;
        if (
            Then(3, 60, Deed.AssignOwner, s => s with { LeadStanding = LeadStanding.Confirmed })
            && Answer()
            && _state.Acceptance != Acceptance.NotAccepted
        )
        {
            Work();
            Hurry();
        }
        return _acts;
    }

    /// <summary>False where today came first, or nothing followed.</summary>
    private bool Answer()
    {
        if (dice.Falls(0.18))
        {
            return false;
        }
        var answer =
            dice.Falls(0.78) ? Acceptance.Accepted
            : dice.Falls(0.6) ? Acceptance.PartiallyAccepted
            : Acceptance.NotAccepted;
        return Then(5, 120, Deed.LoadDemonstration, s => s with { Acceptance = answer });
    }

    private void Work()
    {
        if (dice.Falls(0.85))
        {
            var term = dice.Between(90, 900);
            Then(2, 60, Deed.SetDueDate, s => s with { DueDate = _day.AddDays(term) });
        }
        if (!dice.Falls(0.85) || !Report(20, 400, ImplementationStatus.InProgress, FirstPercent()))
        {
            return;
        }
        if (_state.DueDate is { } due && dice.Falls(0.3))
        {
            var later = due.AddDays(dice.Between(60, 400));
            Then(
                30,
                300,
                Deed.SetDueDate,
                s => s with { DueDate = later },
                reason: Say(words.Moved)
            );
        }
        while (dice.Falls(0.55))
        {
            if (!Report(40, 250, ImplementationStatus.InProgress, NextPercent()))
            {
                return;
            }
        }
        End();
    }

    private void End()
    {
        if (dice.Falls(0.14))
        {
            var review = dice.Between(90, 500);
            Then(
                30,
                300,
                Deed.ChangeStatus,
                s =>
                    s with
                    {
                        Status = ImplementationStatus.Deferred,
                        StatusReason = Say(words.Deferred),
                        ReviewDate = _day.AddDays(review),
                    }
            );
        }
        else if (dice.Falls(0.06))
        {
            Then(
                30,
                500,
                Deed.ChangeStatus,
                s =>
                    s with
                    {
                        Status = ImplementationStatus.NoLongerApplicable,
                        StatusReason = Say(words.Dropped),
                    }
            );
        }
        else if (
            dice.Falls(0.75)
            && Report(60, 500, ImplementationStatus.Implemented, 100)
            && dice.Falls(0.8)
        )
        {
            Then(
                10,
                200,
                Deed.ChangeStatus,
                s => s with { Status = ImplementationStatus.Verified }
            );
        }
    }

    /// <summary>A few dates lie in the weeks to come, as they do in any running programme.</summary>
    private void Hurry()
    {
        if (
            _state.DueDate is not null
            && FlagRules.IsWork(_state.Status)
            && _day < today.AddDays(-25)
            && dice.Falls(0.25)
        )
        {
            _day = today.AddDays(-dice.Between(6, 20));
            var soon = today.AddDays(dice.Between(1, 45));
            Then(0, 5, Deed.SetDueDate, s => s with { DueDate = soon }, reason: Say(words.Moved));
        }
    }

    private bool Report(int soonest, int latest, ImplementationStatus status, int? percent) =>
        Then(
            soonest,
            latest,
            Deed.ChangeStatus,
            s => s with { Status = status, Percent = percent ?? s.Percent },
            Spoken()
        );

    private bool Then(
        int soonest,
        int latest,
        Deed deed,
        Func<SampleState, SampleState> change,
        SampleUpdate? update = null,
        string? reason = null
    )
    {
        var day = _day.AddDays(dice.Between(soonest, latest));
        if (day > today)
        {
            return false;
        }
        _day = day;
        _state = change(_state);
        _acts.Add(new SampleAct(day, deed, _state, update, reason));
        return true;
    }

    private int? FirstPercent() => dice.Falls(0.6) ? 5 * dice.Between(1, 6) : null;

    private int? NextPercent() =>
        _state.Percent is { } percent
            ? Math.Min(95, percent + (5 * dice.Between(0, 6)))
            : FirstPercent();

    private SampleUpdate Spoken()
    {
        var language = dice.Falls(0.85) ? Language.Fr : Language.En;
        var said = dice.Of(words.Updates);
        return new SampleUpdate((language == Language.Fr ? said.Fr : said.En)!, language);
    }

    private string Say(IReadOnlyList<Bilingual> reasons) => dice.Of(reasons).Fr!;
}
