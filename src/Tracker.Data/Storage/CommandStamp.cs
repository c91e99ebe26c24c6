using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tracker.Core;
using Tracker.Core.Access;

namespace Tracker.Data.Storage;

/// <summary>The id under which a form is sent, and the hash of what it sends.</summary>
internal sealed class CommandStamp
{
    private const int MostForgotten = 50;

    /// <summary>After this nobody retries: the receipt has done its duty.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    private readonly Guid _id;
    private readonly byte[] _content;

    private CommandStamp(Guid id, byte[] content) => (_id, _content) = (id, content);

    /// <summary>Null where the form carries no id.</summary>
    /// <param name="content">Everything that makes the command what it is, in a fixed order.</param>
    public static CommandStamp? Of(Guid? id, params object?[] content) =>
        id is { } given && given != Guid.Empty
            ? new(given, SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', content))))
            : null;

    /// <summary>The answer of the first time; a refusal where somebody else, or another content, comes under the same id.</summary>
    public async Task<Outcome?> AnsweredAsync(
        TrackerContext context,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var receipt = await context
            .Receipts.AsNoTracking()
            .SingleOrDefaultAsync(r => r.CommandId == _id, cancellation);
        if (receipt is null)
        {
            return null;
        }
        return receipt.ActorId == actor.Id && receipt.Content.AsSpan().SequenceEqual(_content)
            ? new Outcome.Done(receipt.Code)
            : new Outcome.Refused(Refusal.CommandReused);
    }

    public async Task KeepAsync(Write write, string code, CancellationToken cancellation)
    {
        write.Context.Add(
            new CommandReceipt
            {
                CommandId = _id,
                ActorId = write.Actor.Id,
                Content = _content,
                Code = code,
                At = write.Now,
            }
        );
        var over = write.Now - Kept;
        write.Context.RemoveRange(
            await write
                .Context.Receipts.Where(r => r.At < over)
                .OrderBy(r => r.At)
                .Take(MostForgotten)
                .ToListAsync(cancellation)
        );
    }
}
