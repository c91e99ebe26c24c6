using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tracker.Data.Storage;

/// <summary>
/// A question that is the same each time but for its values, worked out once: for what every page asks. Once for each
/// model, since two databases may live in one process.
/// </summary>
/// <param name="compile">By <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class Compiled<TQuestion>(Func<TQuestion> compile)
    where TQuestion : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuestion> _questions = [];

    public TQuestion For(TrackerContext context) =>
        _questions.GetValue(context.Model, _ => compile());
}
