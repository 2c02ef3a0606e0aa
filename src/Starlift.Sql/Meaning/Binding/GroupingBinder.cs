using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives GROUP BY its meaning: positions, columns, aliases, expressions, and sets of them (Amazon Redshift: "GROUP BY clause", "Aggregation extensions").</summary>
sealed class GroupingBinder(BindContext context, ExpressionBinder expressions)
{
    const int MostSets = 64;

    public BoundGrouping? Bind(GroupByClause? clause, List<BoundItem> items, Scope scope)
    {
        if (clause is null)
        {
            return null;
        }

        var keys = new List<BoundExpression>();
        if (clause.All)
        {
            foreach (var item in items)
            {
                if (BoundWalk.Aggregate(item.Value) is null && BoundWalk.Window(item.Value) is null)
                {
                    Add(keys, item.Value);
                }
            }

            return new BoundGrouping(keys, [[.. Enumerable.Range(0, keys.Count)]]);
        }

        // the whole is the product of its elements
        IReadOnlyList<int[]> sets = [[]];
        foreach (var element in clause.Elements)
        {
            sets = Product(sets, SetsOf(element, keys, items, scope), element);
        }

        return new BoundGrouping(keys, [.. sets]);
    }

    IReadOnlyList<int[]> SetsOf(GroupingElement element, List<BoundExpression> keys, List<BoundItem> items, Scope scope)
    {
        context.Enter(element);
        if (element is not GroupingSets grouping)
        {
            return [Keys(((GroupingExpression)element).Value, keys, items, scope)];
        }

        switch (grouping.Kind)
        {
            case GroupingKind.Rollup:
                var parts = grouping.Elements.Select(inner => One(inner, keys, items, scope)).ToList();
                return [.. Enumerable.Range(0, parts.Count + 1).Select(left => parts.Take(parts.Count - left).SelectMany(part => part).Distinct().ToArray())];
            case GroupingKind.Cube:
                var all = grouping.Elements.Select(inner => One(inner, keys, items, scope)).ToList();
                return all.Count > 12
                    ? throw TooMany(element)
                    : [.. Enumerable.Range(0, 1 << all.Count).Select(bits => all.Where((_, i) => (bits >> (all.Count - 1 - i) & 1) == 0).SelectMany(part => part).Distinct().ToArray())];
            default:
                return [.. grouping.Elements.SelectMany(inner => SetsOf(inner, keys, items, scope))];
        }
    }

    int[] One(GroupingElement element, List<BoundExpression> keys, List<BoundItem> items, Scope scope) => element is GroupingExpression expression
        ? Keys(expression.Value, keys, items, scope)
        : throw context.Fail(SqlStates.FeatureNotSupported, "ROLLUP and CUBE take no grouping sets", element.Span);

    int[] Keys(Expression value, List<BoundExpression> keys, List<BoundItem> items, Scope scope) => value is RowValue row
        ? [.. row.Items.Select(item => Add(keys, Key(item, items, scope)))]
        : [Add(keys, Key(value, items, scope))];

    BoundExpression Key(Expression value, List<BoundItem> items, Scope scope)
    {
        var key = value switch
        {
            NumberLiteral number when number.Digits.All(char.IsAsciiDigit) => int.TryParse(number.Digits, out var position) && position >= 1 && position <= items.Count
                ? items[position - 1].Value
                : throw context.Fail(SqlStates.InvalidColumnReference, $"GROUP BY position {number.Digits} is not in select list", number.Span),
            StringLiteral or NumberLiteral => throw context.Fail(SqlStates.SyntaxError, "non-integer constant in GROUP BY", value.Span),
            ParenthesizedExpression brackets => Key(brackets.Inner, items, scope),
            _ => Plain(value, items, scope),
        };
        if (Correlation.In(key) is { } correlated)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, Correlation.Message, correlated.Span);
        }

        if (BoundWalk.Aggregate(key) is { } aggregate)
        {
            throw context.Fail(SqlStates.GroupingError, "aggregates not allowed in GROUP BY clause", aggregate.Span);
        }

        return BoundWalk.Window(key) is { } window
            ? throw context.Fail(SqlStates.WindowingError, "window functions not allowed in GROUP BY clause", window.Span)
            : key;
    }

    // a column of FROM comes before a name of the list, also one that no alias gives
    BoundExpression Plain(Expression value, List<BoundItem> items, Scope scope)
    {
        if (value is ColumnReference { Parts: [var name] } && !scope.Columns.Exists(column => column.Name == context.NameOf(name)))
        {
            var index = items.FindIndex(item => item.Name == context.NameOf(name));
            if (index >= 0)
            {
                return items[index].Value;
            }
        }

        return expressions.BindKnown(value, scope);
    }

    static int Add(List<BoundExpression> keys, BoundExpression key)
    {
        var index = keys.FindIndex(earlier => BoundEquality.Same(earlier, key));
        if (index >= 0)
        {
            return index;
        }

        keys.Add(key);
        return keys.Count - 1;
    }

    IReadOnlyList<int[]> Product(IReadOnlyList<int[]> left, IReadOnlyList<int[]> right, GroupingElement element) => left.Count * right.Count > MostSets
        ? throw TooMany(element)
        : [.. left.SelectMany(_ => right, (a, b) => a.Concat(b).Distinct().ToArray())];

    SqlException TooMany(GroupingElement element) =>
        context.Fail(SqlStates.StatementTooComplex, $"too many grouping sets: at most {MostSets} are supported", element.Span);
}
