using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives a SELECT's ORDER BY its meaning: a position, a name of the result, else an expression (Amazon Redshift: "ORDER BY clause").</summary>
sealed class OrderBinder(BindContext context, ExpressionBinder expressions)
{
    public IReadOnlyList<BoundOrder> Bind(IReadOnlyList<OrderItem> order, List<BoundItem> items, Scope scope, bool isDistinct)
    {
        var bound = new List<BoundOrder>(order.Count);
        foreach (var item in order)
        {
            var key = Key(item.Value, items, scope);
            if (isDistinct && key is not BoundOutput)
            {
                throw context.Fail(SqlStates.InvalidColumnReference, "for SELECT DISTINCT, ORDER BY expressions must appear in target list", item.Value.Span);
            }

            bound.Add(new BoundOrder(key, item.Descending, item.NullsFirst ?? item.Descending));
        }

        return bound;
    }

    BoundExpression Key(Expression value, List<BoundItem> items, Scope scope)
    {
        switch (value)
        {
            case NumberLiteral number when number.Digits.All(char.IsAsciiDigit):
                return int.TryParse(number.Digits, out var position) && position >= 1 && position <= items.Count
                    ? Output(position - 1, items, value)
                    : throw context.Fail(SqlStates.InvalidColumnReference, $"ORDER BY position {number.Digits} is not in select list", number.Span);
            case StringLiteral or NumberLiteral:
                throw context.Fail(SqlStates.SyntaxError, "non-integer constant in ORDER BY", value.Span);
            case ColumnReference { Parts: [var name] } when Named(context.NameOf(name), items, scope, value.Span) is { } output:
                return output;
        }

        var key = expressions.BindKnown(value, scope);
        var index = items.FindIndex(item => BoundEquality.Same(item.Value, key));
        return index >= 0 ? Output(index, items, value) : key;
    }

    static BoundOutput Output(int index, List<BoundItem> items, Expression value) => new(value.Span, items[index].Value.Type, index);

    // two columns of one name are no matter where they say the same, or where an input's column has the name they take theirs from
    BoundOutput? Named(string name, List<BoundItem> items, Scope scope, TextSpan span)
    {
        var isInput = scope.Columns.Exists(column => column.Name == name);
        var found = -1;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Name == name)
            {
                if (found >= 0 && !BoundEquality.Same(items[found].Value, items[i].Value))
                {
                    return isInput ? null : throw context.Fail(SqlStates.AmbiguousColumn, $"ORDER BY \"{name}\" is ambiguous", span);
                }

                found = found < 0 ? i : found;
            }
        }

        return found < 0 ? null : new BoundOutput(span, items[found].Value.Type, found);
    }
}
