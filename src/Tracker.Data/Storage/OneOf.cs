using System.Linq.Expressions;

namespace Tracker.Data.Storage;

/// <summary>A column that holds one of the values a filter names.</summary>
internal static class OneOf
{
    /// <summary>Beyond it a list is the shorter way to say it.</summary>
    private const int FewValues = 4;

    /// <summary>
    /// The column holds one of the values. Few values are compared one by one: such a statement is written once and used
    /// again, where one with a list is written anew each time it is asked.
    /// </summary>
    /// <param name="values">Null among them asks for rows without a value; none keeps no row.</param>
    public static Expression<Func<T, bool>> Values<T, TValue>(
        Expression<Func<T, TValue>> column,
        IReadOnlyList<TValue> values
    ) =>
        Expression.Lambda<Func<T, bool>>(
            values.Count is > 0 and <= FewValues
                ? values.Select(v => Is(column.Body, v)).Aggregate(Expression.OrElse)
                : IsIn(column.Body, values),
            column.Parameters
        );

    private static Expression Is<TValue>(Expression column, TValue value)
    {
        // A variable to EF, and so a parameter of the statement.
        Expression<Func<TValue>> variable = () => value;
        return Expression.Equal(column, variable.Body);
    }

    private static Expression IsIn<TValue>(Expression column, IReadOnlyList<TValue> values)
    {
        Expression<Func<IEnumerable<TValue>>> variable = () => values;
        return Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [typeof(TValue)],
            variable.Body,
            column
        );
    }
}
