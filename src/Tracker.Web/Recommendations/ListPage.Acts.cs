using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Recommendations;
using Tracker.Data.Recommendations;
using Tracker.Web.Recommendations.Several;

namespace Tracker.Web.Recommendations;

/// <summary>Deeds on the rows of an open list: the rows stay where they are, marked, and can be given back.</summary>
public sealed partial class ListPage
{
    [Inject]
    private UndoCommands Undos { get; set; } = default!;

    [Inject]
    private ChangeWords Changes { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SeveralText> SeveralText { get; set; } = default!;

    private void Act((string Code, Deed Deed) taken) => _hands.Take(taken.Code, taken.Deed);

    /// <param name="code">Empty where the form was put down without saving.</param>
    private async Task SavedAsync(string code)
    {
        _hands.PutDown();
        if (code.Length > 0)
        {
            await RefreshAsync([code], undone: false);
        }
    }

    private async Task UndoAsync(string code)
    {
        var outcome = await Undos.UndoAsync(await Reader.GetAsync(_gone.Token), code, _gone.Token);
        if (outcome is Outcome.Done)
        {
            await RefreshAsync([code], undone: true);
            return;
        }
        var refusal = outcome is Outcome.Refused refused
            ? Words.Of(refused.Reason, null)
            : Words["not_found"];
        _hands.Saved(code, new SavedNote([], MayBeUndone: false, Refusal: refusal));
    }

    private async Task UndoTogetherAsync()
    {
        var codes = _hands.Together;
        _hands.Together = [];
        var actor = await Reader.GetAsync(_gone.Token);
        var result = await Undos.UndoSeveralAsync(actor, codes, _gone.Token);
        await RefreshAsync([.. result.Done.Select(r => r.Code)], undone: true);
        foreach (var left in result.Left)
        {
            var why = left.Outcome is Outcome.Refused refused
                ? Words.Of(refused.Reason, null)
                : Words["not_found"];
            _hands.Saved(left.Code, new SavedNote([], MayBeUndone: false, Refusal: why));
        }
    }

    /// <summary>The rows as they are by now, each in its place; the counts follow the data.</summary>
    private async Task RefreshAsync(IReadOnlyList<string> codes, bool undone)
    {
        var actor = await Reader.GetAsync(_gone.Token);
        var here = View!.Page.Rows.Where(r => codes.Contains(r.Code)).ToList();
        var now = await Chosen.RowsAsync(actor, [.. here.Select(r => r.Code)], _gone.Token);
        foreach (var before in here)
        {
            var after = now.FirstOrDefault(f => f.Row.Code == before.Code)?.Row ?? before;
            View = View.With(after.In(Words.Language));
            _hands.Saved(
                after.Code,
                new SavedNote(Changes.Of(before, after), MayBeUndone: !undone, Undone: undone)
            );
        }
        var filter = View.Page.Filter;
        var tally = await Queries.TallyAsync(actor, filter, _gone.Token);
        View = View with
        {
            Counts = tally.Counts(filter),
            Facets = tally.Facets(filter),
            Page = View.Page with { Total = tally.Total(filter) },
        };
    }

    private Task ActOnTickedAsync(Deed deed) => ActOnAsync(deed, [.. _hands.Ticked]);

    private async Task ActOnAllAsync(Deed deed)
    {
        var actor = await Reader.GetAsync(_gone.Token);
        await ActOnAsync(
            deed,
            await Chosen.CodesAsync(actor, View!.Page.Filter, SeveralOutcome.Most, _gone.Token)
        );
    }

    private async Task ActOnAsync(Deed deed, IReadOnlyList<string> codes)
    {
        SeveralOutcome? tried = null;
        var arguments = new DialogParameters<DeedDialog>
        {
            { d => d.Form, typeof(SeveralForm) },
            {
                d => d.Others,
                new Dictionary<string, object?>
                {
                    [nameof(SeveralForm.Deed)] = deed,
                    [nameof(SeveralForm.Codes)] = codes,
                    [nameof(SeveralForm.Tried)] = EventCallback.Factory.Create<SeveralOutcome>(
                        this,
                        result => tried = result
                    ),
                }
            },
        };
        var title = SeveralText["title." + SeveralActs.Path(deed)];
        var dialog = await Dialogs.ShowAsync<DeedDialog>(title, arguments);
        await dialog.Result;
        if (tried is not { Whole: null })
        {
            return;
        }
        var done = tried.Done.Select(r => r.Code).ToList();
        _hands.Untick(done);
        await RefreshAsync(done, undone: false);
        _hands.Together = done;
        StateHasChanged();
    }
}
