using Microsoft.AspNetCore.Components;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Drafts;
using Tracker.Core.Lists;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Words;
using Tracker.Data.Causes;
using Tracker.Data.Drafts;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Progress;

/// <summary>
/// What a focal point reports. A plain form that a bad line cannot spoil: its command id makes a repeated post take effect
/// once, and what is typed is kept on the device and on the server until it is saved.
/// </summary>
public sealed partial class UpdateForm
{
    /// <summary>How many quarters back one may still report on.</summary>
    private const int QuartersOffered = 5;

    private Actor _actor = Actor.Anonymous;
    private RecommendationRecord? _record;
    private IReadOnlyList<Choice> _causes = [];
    private IReadOnlyList<OfferedMove> _moves = [];
    private UpdateLine? _corrected;
    private KeptDraft? _kept;
    private bool _leads;
    private bool _behalf;

    [Parameter, EditorRequired]
    public string Code { get; set; } = "";

    /// <summary><c>draft</c> begins with what was kept, <c>last</c> with the text of the last update.</summary>
    [Parameter]
    public string? Start { get; set; }

    /// <summary>The update to put right.</summary>
    [Parameter]
    public Guid? Corrects { get; set; }

    [SupplyParameterFromForm]
    private UpdateInput? Input { get; set; }

    [Inject]
    private RecordQueries Records { get; set; } = default!;

    [Inject]
    private CauseQueries Causes { get; set; } = default!;

    [Inject]
    private UpdateCommands Commands { get; set; } = default!;

    [Inject]
    private DraftQueries Drafts { get; set; } = default!;

    [Inject]
    private DraftCommands DraftKeeping { get; set; } = default!;

    [Inject]
    private ProgrammeClock Clock { get; set; } = default!;

    private string FormName => DraftForms.Update(Code);

    private IEnumerable<Quarter> Quarters
    {
        get
        {
            var quarter = Quarter.Of(Clock.Today);
            for (var i = 0; i < QuartersOffered; i++, quarter = quarter.Before())
            {
                yield return quarter;
            }
        }
    }

    private IEnumerable<OrganisationLabel> Speakers =>
        _record!.Lead is { } lead ? _record.Supporting.Prepend(lead) : _record.Supporting;

    /// <summary>What this organisation said last, where it said something.</summary>
    private UpdateLine? Last =>
        _record!.Updates.FirstOrDefault(u =>
            u.Text.Length > 0 && (_behalf || _actor.ActsFor(u.Organisation.Code))
        );

    protected override async Task OnInitializedAsync()
    {
        _actor = await ActorAsync();
        _record = await Records.FindAsync(_actor, Code, Gone);
        if (_record is null)
        {
            return;
        }
        _leads = _record.Deeds.Contains(Deed.PostUpdate);
        _behalf = _actor.Coordinates;
        _causes = await Causes.OfferedAsync(_actor, Gone);
        // What is the coordination's own to decide has its own form.
        _moves = [.. _record.Moves.Where(m => m.OnBehalfOfLead || !_behalf)];
        var kept = await Drafts.FindAsync(_actor, FormName, Gone);
        var corrects = Input?.Corrects ?? Corrects;
        _corrected = _record.Updates.FirstOrDefault(u => u.Id == corrects);
        if (Input is null)
        {
            Input = Start == "draft" && kept is not null ? UpdateInput.Of(kept) : Fresh();
            _kept = Start == "draft" ? null : kept;
        }
        Input.CommandId ??= Guid.CreateVersion7();
    }

    protected override void Resume(long version) => Input!.Version = version;

    private UpdateInput Fresh() =>
        new()
        {
            Version = _record!.Version,
            Period = Quarter.Of(Clock.Today).ToString(),
            Percent = _record.Percent?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            BlockedBy = _record.BlockedBy?.Code,
            BlockedByWhom = _record.BlockedByWhom,
            Organisation = _record.Lead?.Code,
            Corrects = _corrected?.Id,
            Text = _corrected?.Text ?? (Start == "last" ? Last?.Text : null),
        };

    private void Take()
    {
        Input = UpdateInput.Of(_kept!);
        Input.CommandId ??= Guid.CreateVersion7();
        _kept = null;
    }

    private async Task DiscardAsync()
    {
        await DraftKeeping.DiscardAsync(_actor, FormName, Gone);
        _kept = null;
    }

    private async Task SaveAsync()
    {
        var read = new InputReader();
        var entry = Input!.Read(read);
        await FinishAsync(
            read.Faults.Count > 0
                ? new Outcome.Invalid(read.Faults)
                : await Commands.PostAsync(
                    await ActorAsync(),
                    Code,
                    Input.Version,
                    entry,
                    Words.Language,
                    Input.CommandId,
                    Gone
                )
        );
        if (End is not null)
        {
            // The one tap was for this try only.
            Input.NothingNew = false;
        }
        if (End is Outcome.Conflict)
        {
            _record = await Records.FindAsync(await ActorAsync(), Code, Gone);
            await KeepMineAsync();
        }
    }

    /// <summary>Somebody was faster: what was typed stays on the page, and is kept as a draft besides.</summary>
    private Task<Outcome> KeepMineAsync() =>
        DraftKeeping.KeepAsync(_actor, FormName, Input!.Kept(), Gone);
}
