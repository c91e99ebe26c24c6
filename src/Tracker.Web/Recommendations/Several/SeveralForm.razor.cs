using Microsoft.AspNetCore.Components;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Lists;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Recommendations.Several;

/// <summary>One deed on many rows: on a page that works without scripts, and in a dialog of the list.</summary>
public sealed partial class SeveralForm
{
    private IReadOnlyList<ChosenRecommendation>? _rows;
    private IReadOnlyList<Choice> _leads = [];
    private int _missing;
    private OfferedMove? _move;
    private SeveralOutcome? _result;

    [Parameter, EditorRequired]
    public Deed Deed { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>The status to move to, as its code; without it the possible ones are offered.</summary>
    [Parameter]
    public string? To { get; set; }

    /// <summary>The list that the rows were chosen in.</summary>
    [Parameter]
    public ListReturn? From { get; set; }

    /// <summary>Told how each row ended: the open list marks them.</summary>
    [Parameter]
    public EventCallback<SeveralOutcome> Tried { get; set; }

    [SupplyParameterFromForm]
    private SeveralInput? Input { get; set; }

    private IEnumerable<IGrouping<ImplementationStatus, OfferedMove>> Moves =>
        _rows!.SelectMany(r => r.Moves).GroupBy(m => m.To).OrderBy(g => g.Key);

    private bool IsFit => _rows!.Count is > 0 and <= SeveralOutcome.Most;

    /// <summary>Rows on which this cannot be done, known beforehand; each is named once it was tried.</summary>
    private int Unfit =>
        _rows!.Count(r =>
            _move is not null
                ? r.Moves.All(m => m.To != _move.To)
                : Deed != Deed.Undo && !r.Row.Deeds.Contains(Deed)
        );

    private int Behalf =>
        _rows!.Count(r => r.Moves.Any(m => m.To == _move!.To && m.OnBehalfOfLead));

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        var codes = Input is null ? Codes : [.. Input.Chosen.Select(r => r.Code)];
        _rows =
            codes.Count > SeveralOutcome.Most
                ? Nameless(codes)
                : await Chosen.RowsAsync(actor, codes, Gone);
        _missing = codes.Distinct(StringComparer.Ordinal).Count() - _rows.Count;
        if (Deed == Deed.AssignOwner)
        {
            _leads = await Lists.LeadsAsync(actor, Gone);
        }
        Input ??= new SeveralInput
        {
            Rows = IsFit ? SeveralInput.Spell(_rows.Select(r => r.Chosen)) : "",
            To = To,
        };
        if (Core.Words.Codes.TryParse<ImplementationStatus>(Input.To, out var to))
        {
            ChooseMove(to);
        }
    }

    protected override void Resume(long version)
    {
        // Each row has a version of its own; rows that changed meanwhile are named in the result.
    }

    private string AddressOf(ImplementationStatus to) =>
        Navigation.GetUriWithQueryParameter("to", Core.Words.Codes.Of(to));

    private void Choose(ImplementationStatus to)
    {
        Input!.To = Core.Words.Codes.Of(to);
        ChooseMove(to);
    }

    /// <summary>What the move asks for is the same for every row; whose name it is made in may differ.</summary>
    private void ChooseMove(ImplementationStatus to)
    {
        var offered = _rows!.SelectMany(r => r.Moves).Where(m => m.To == to).ToList();
        _move =
            offered.Count == 0 && Input!.Typed is not { Count: > 0 }
                ? null
                : new OfferedMove(
                    to,
                    // Where no row offers it any more, what was typed stays on the page; the result says why.
                    [.. offered.SelectMany(m => m.Requires).Concat(Input!.Typed).Distinct()],
                    OnBehalfOfLead: false
                );
    }

    private async Task SaveAsync()
    {
        var read = new InputReader();
        var change = Input!.Read(read);
        if (Deed == Deed.ChangeStatus && _move is null)
        {
            await FinishAsync(Outcome.At("To", Fault.NotOffered, Input.To));
            return;
        }
        if (read.Faults.Count > 0)
        {
            await FinishAsync(new Outcome.Invalid(read.Faults));
            return;
        }
        _result = await TryAsync(await ActorAsync(), Input.Chosen, change);
        if (_result.Whole is { } whole)
        {
            await FinishAsync(whole);
            return;
        }
        await Tried.InvokeAsync(_result);
    }

    private Task<SeveralOutcome> TryAsync(
        Actor actor,
        IReadOnlyList<ChosenRow> rows,
        StatusChange change
    ) =>
        Deed switch
        {
            Deed.AssignOwner => Owners.AssignSeveralAsync(
                actor,
                rows,
                string.IsNullOrEmpty(Input!.Lead) ? null : Input.Lead,
                Gone
            ),
            Deed.SetDueDate => Owners.SetSeveralDueDatesAsync(
                actor,
                rows,
                change.DueDate,
                Input!.Reason,
                Gone
            ),
            Deed.ChangeStatus => Statuses.ChangeSeveralAsync(
                actor,
                rows,
                change,
                Words.Language,
                Gone
            ),
            _ => Undos.UndoSeveralAsync(actor, [.. rows.Select(r => r.Code)], Gone),
        };

    private string Return(SeveralOutcome result) =>
        From is null ? Back : From.Address(result.Done.Select((row, i) => (row.Code, i)));

    /// <summary>Too many to read: they are only counted, and the form says how many may be chosen.</summary>
    private static List<ChosenRecommendation> Nameless(IReadOnlyList<string> codes) =>
        [.. codes.Select(_ => default(ChosenRecommendation)!)];
}
