using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Causes;
using Tracker.Core.Words;
using Tracker.Data.Progress;
using Tracker.Data.Recommendations;
using Tracker.Data.Storage;

namespace Tracker.Data.Causes;

/// <summary>Keeping the list of causes. A cause is retired, never deleted: updates name it.</summary>
public sealed class CauseCommands
{
    private readonly Store _store;

    internal CauseCommands(Store store) => _store = store;

    /// <summary>Adds a cause at the end. Done carries the code made for it, which never changes.</summary>
    public Task<Outcome> AddAsync(
        Actor actor,
        Bilingual name,
        CancellationToken cancellation = default
    ) =>
        KeepAsync(
            actor,
            (write, causes) =>
            {
                if (Unfit(name, causes) is { } fault)
                {
                    return fault;
                }
                var cause = new BlockerCause
                {
                    Code = CauseRules.CodeOf(name.En!, causes.Select(c => c.Code).ToHashSet()),
                    NameFr = name.Fr!.Trim(),
                    NameEn = name.En!.Trim(),
                    SortOrder = causes.Select(c => c.SortOrder).DefaultIfEmpty().Max() + 1,
                };
                write.Context.Add(cause);
                return new Outcome.Done(cause.Code);
            },
            cancellation
        );

    /// <summary>Renames a cause everywhere it is named, earlier updates included.</summary>
    /// <param name="was">The names the form was opened with: others by now are a conflict.</param>
    public Task<Outcome> RenameAsync(
        Actor actor,
        string code,
        Bilingual was,
        Bilingual name,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            (cause, causes) =>
            {
                if ((cause.NameFr, cause.NameEn) != (was.Fr, was.En))
                {
                    return new Conflicts()
                        .Beside("name_fr", name.Fr?.Trim(), cause.NameFr)
                        .Beside("name_en", name.En?.Trim(), cause.NameEn)
                        .At(0);
                }
                if (Unfit(name, [.. causes.Where(c => c != cause)]) is { } fault)
                {
                    return fault;
                }
                (cause.NameFr, cause.NameEn) = (name.Fr!.Trim(), name.En!.Trim());
                return new Outcome.Done(code);
            },
            cancellation
        );

    /// <summary>Puts a cause at a place among those that are offered, counted from one; the others close up.</summary>
    public Task<Outcome> PlaceAsync(
        Actor actor,
        string code,
        int place,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            (cause, causes) =>
            {
                var offered = causes.Where(c => !c.Retired && c != cause).ToList();
                if (cause.Retired || place < 1 || place > offered.Count + 1)
                {
                    return Outcome.At("To", Fault.NotOffered);
                }
                offered.Insert(place - 1, cause);
                for (var at = 0; at < offered.Count; at++)
                {
                    offered[at].SortOrder = at + 1;
                }
                return new Outcome.Done(code);
            },
            cancellation
        );

    /// <summary>Takes a cause off the list that forms offer, or puts it back at its end.</summary>
    public Task<Outcome> RetireAsync(
        Actor actor,
        string code,
        bool retired,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            actor,
            code,
            (cause, causes) =>
            {
                if (cause.Retired && !retired)
                {
                    cause.SortOrder = causes.Max(c => c.SortOrder) + 1;
                }
                cause.Retired = retired;
                return new Outcome.Done(code);
            },
            cancellation
        );

    private Task<Outcome> ChangeAsync(
        Actor actor,
        string code,
        Func<BlockerCause, List<BlockerCause>, Outcome> change,
        CancellationToken cancellation
    ) =>
        KeepAsync(
            actor,
            (_, causes) =>
                causes.Find(c => c.Code == code) is { } cause
                    ? change(cause, causes)
                    : new Outcome.NotFound(),
            cancellation
        );

    /// <summary>The list is short, and its order concerns all of it: it is loaded whole.</summary>
    private Task<Outcome> KeepAsync(
        Actor actor,
        Func<Write, List<BlockerCause>, Outcome> change,
        CancellationToken cancellation
    ) =>
        _store.WriteAsync(
            actor,
            Deed.KeepLists,
            async (write, token) =>
                AccessRules.ToKeepLists(write.Actor) is { } refusal
                    ? new Outcome.Refused(refusal)
                    : change(
                        write,
                        await write
                            .Context.BlockerCauses.OrderBy(c => c.SortOrder)
                            .ThenBy(c => c.Code)
                            .ToListAsync(token)
                    ),
            cancellation
        );

    private static Outcome.Invalid? Unfit(Bilingual name, List<BlockerCause> others)
    {
        var faults = CauseRules.Check(name).ToList();
        if (others.Exists(o => Same(o.NameFr, name.Fr)))
        {
            faults.Add(new("NameFr", Fault.NameTaken));
        }
        if (others.Exists(o => Same(o.NameEn, name.En)))
        {
            faults.Add(new("NameEn", Fault.NameTaken));
        }
        return faults.Count == 0 ? null : new Outcome.Invalid(faults);
    }

    private static bool Same(string one, string? other) =>
        string.Equals(Folding.Fold(one), Folding.Fold(other), StringComparison.Ordinal);
}
