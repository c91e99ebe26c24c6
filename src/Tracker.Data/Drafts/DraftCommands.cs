using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Drafts;
using Tracker.Data.Storage;

namespace Tracker.Data.Drafts;

/// <summary>
/// Unsaved text, kept for its author alone. No deed of the programme: it changes nothing that anybody else sees, so it
/// leaves no history.
/// </summary>
public sealed class DraftCommands
{
    private readonly Contexts _contexts;
    private readonly WriteQueue _queue;
    private readonly ProgrammeClock _clock;

    internal DraftCommands(Contexts contexts, WriteQueue queue, ProgrammeClock clock) =>
        (_contexts, _queue, _clock) = (contexts, queue, clock);

    /// <summary>Keeps what stands in a form now, in the place of what was kept before.</summary>
    /// <param name="fields">Name and typed value. Beyond <see cref="DraftText.Longest"/> characters in all nothing is kept.</param>
    /// <returns>Done with the form's name; Invalid where it is too long; Refused for nobody.</returns>
    public async Task<Outcome> KeepAsync(
        Actor actor,
        string form,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellation = default
    )
    {
        if (!actor.IsNamed || actor.Role is Role.DonorViewer or Role.Analyst)
        {
            return new Outcome.Refused(Refusal.ReadOnlyRole);
        }
        if (form.Length is 0 or > DraftText.LongestForm)
        {
            return Outcome.At("Form", Fault.Unknown, form.Length > 100 ? form[..100] : form);
        }
        var text = DraftText.Write(fields);
        if (text.Length > DraftText.Longest)
        {
            return Outcome.At("Fields", Fault.TooLong, "40000");
        }
        using var turn = await _queue.EnterAsync(cancellation);
        await using var context = _contexts.Open();
        if (
            fields.TryGetValue(DraftForms.CommandField, out var typed)
            && Guid.TryParse(typed, out var command)
            && await context.Receipts.AnyAsync(r => r.CommandId == command, cancellation)
        )
        {
            // It came after the save that it was a draft of.
            return new Outcome.Done(form);
        }
        var draft = await context.Drafts.SingleOrDefaultAsync(
            d => d.AccountId == actor.Id && d.Form == form,
            cancellation
        );
        if (draft is null)
        {
            draft = new Draft
            {
                AccountId = actor.Id,
                Form = form,
                Fields = text,
            };
            context.Add(draft);
        }
        (draft.Fields, draft.SavedAt) = (text, _clock.Now);
        await context.SaveChangesAsync(cancellation);
        return new Outcome.Done(form);
    }

    /// <summary>Throws one draft away.</summary>
    public Task<Outcome> DiscardAsync(
        Actor actor,
        string form,
        CancellationToken cancellation = default
    ) => ForgetAsync(actor, d => d.Form == form, form, cancellation);

    /// <summary>Throws all away: they signed out.</summary>
    public Task<Outcome> DiscardAllAsync(Actor actor, CancellationToken cancellation = default) =>
        ForgetAsync(actor, _ => true, "", cancellation);

    private async Task<Outcome> ForgetAsync(
        Actor actor,
        Func<Draft, bool> which,
        string answer,
        CancellationToken cancellation
    )
    {
        using var turn = await _queue.EnterAsync(cancellation);
        await using var context = _contexts.Open();
        var drafts = await context
            .Drafts.Where(d => d.AccountId == actor.Id)
            .ToListAsync(cancellation);
        context.RemoveRange(drafts.Where(which));
        await context.SaveChangesAsync(cancellation);
        return new Outcome.Done(answer);
    }
}

/// <summary>What its author may take up again.</summary>
public sealed class DraftQueries
{
    private readonly Contexts _contexts;

    internal DraftQueries(Contexts contexts) => _contexts = contexts;

    /// <summary>The actor's own draft of a form; null where there is none.</summary>
    public async Task<KeptDraft?> FindAsync(
        Actor actor,
        string form,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        var draft = await context
            .Drafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.AccountId == actor.Id && d.Form == form, cancellation);
        return draft is null ? null : new KeptDraft(DraftText.Read(draft.Fields), draft.SavedAt);
    }

    /// <summary>Whether the actor's command of this id has taken effect.</summary>
    public async Task<bool> IsSavedAsync(
        Actor actor,
        Guid command,
        CancellationToken cancellation = default
    )
    {
        await using var context = _contexts.Open();
        return await context.Receipts.AnyAsync(
            r => r.CommandId == command && r.ActorId == actor.Id,
            cancellation
        );
    }
}

/// <summary>A draft goes in the transaction of the save that makes it superfluous.</summary>
internal static class DraftWriting
{
    public static async Task ForgetAsync(Write write, string form, CancellationToken cancellation)
    {
        var draft = await write.Context.Drafts.SingleOrDefaultAsync(
            d => d.AccountId == write.Actor.Id && d.Form == form,
            cancellation
        );
        if (draft is not null)
        {
            write.Context.Remove(draft);
        }
    }
}
