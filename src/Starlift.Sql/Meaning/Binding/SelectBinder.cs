using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives SELECT its meaning (Amazon Redshift: "SELECT", "SELECT list", "QUALIFY clause").</summary>
sealed class SelectBinder
{
    readonly BindContext _context;
    readonly Coercion _coercion;
    readonly ColumnBinder _columns;
    readonly ExpressionBinder _expressions;
    readonly FromBinder _items;
    readonly GroupingBinder _groupings;
    readonly OrderBinder _orders;

    public SelectBinder(BindContext context, Coercion coercion, ColumnBinder columns, ExpressionBinder expressions, FromBinder items)
    {
        (_context, _coercion, _columns, _expressions, _items) = (context, coercion, columns, expressions, items);
        _groupings = new GroupingBinder(context, expressions);
        _orders = new OrderBinder(context, expressions);
    }

    /// <summary>The select and its order, which may name what isn't in the list.</summary>
    /// <param name="isOutermost">True where INTO may stand.</param>
    public (BoundSelect Select, IReadOnlyList<BoundOrder> OrderBy) Bind(Select select, Scope scope, IReadOnlyList<OrderItem> orderBy, bool isOutermost)
    {
        if (select.Windows is [var window, ..])
        {
            throw _context.Fail(SqlStates.FeatureNotSupported, "named windows are not supported", window.Span, "write the window into OVER (…)");
        }

        if (select.Into is not null && !isOutermost)
        {
            throw _context.Fail(SqlStates.SyntaxError, "SELECT INTO is not allowed here", select.Into.Span);
        }

        var from = _items.BindAll(select.From, scope);
        scope.HasLevel = select.ConnectBy is not null;
        var items = BindItems(select, scope);
        (from, var where) = new OuterMarks(_context).Applied(from, Where(select.Where, scope));
        var grouping = _groupings.Bind(select.GroupBy, items, scope);
        var having = select.Having is null ? null : _expressions.BindCondition(select.Having, scope, "HAVING");
        var qualify = select.Qualify is null ? null : _expressions.BindCondition(select.Qualify, scope, "QUALIFY");
        var order = _orders.Bind(orderBy, items, scope, select.Distinct is not null);
        var bound = new BoundSelect(select.Span, [.. items.Select(item => new ResultColumn(item.Name, item.Value.Type))], items, from)
        {
            IsDistinct = select.Distinct is { On: [] },
            DistinctOn = select.Distinct is null ? [] : [.. select.Distinct.On.Select(on => _expressions.BindKnown(on, scope))],
            Top = select.Top is null ? null : _coercion.Count(_expressions.Bind(select.Top.Count, scope), "TOP"),
            Where = where,
            StartWith = select.ConnectBy?.StartWith is { } start ? _expressions.BindCondition(start, scope, "START WITH") : null,
            ConnectBy = select.ConnectBy is { } connect ? _expressions.BindCondition(connect.Condition, scope, "CONNECT BY") : null,
            GroupBy = grouping,
            Having = having,
            Qualify = qualify,
        };
        new GroupingCheck(_context).Check(bound, order);
        return (bound, order);
    }

    /// <summary>The items with stars written out; each alias is known behind its item.</summary>
    List<BoundItem> BindItems(Select select, Scope scope)
    {
        var items = new List<BoundItem>(select.Items.Count);
        foreach (var item in select.Items)
        {
            if (item.Value is Star star)
            {
                items.AddRange(_columns.Star(star, scope).Select(column => new BoundItem(item.Span, column.Name, false, column.Value)));
                continue;
            }

            var value = _expressions.BindKnown(item.Value, scope);
            if (value is BoundRow or BoundDefault)
            {
                throw _context.Fail(SqlStates.FeatureNotSupported, "a row of values is not supported in a select list", item.Span);
            }

            var name = item.Alias is null ? ResultNames.Of(item.Value, _context) : _context.NameOf(item.Alias);
            items.Add(new BoundItem(item.Span, name, item.Alias is not null, value));
            if (item.Alias is not null && !scope.Aliases.Exists(alias => alias.Name == name))
            {
                scope.Aliases.Add((name, value));
            }
        }

        return select.Exclude is null ? items : Without(items, select.Exclude);
    }

    List<BoundItem> Without(List<BoundItem> items, ExcludeClause exclude)
    {
        foreach (var column in exclude.Columns)
        {
            var name = _context.NameOf(column);
            if (items.RemoveAll(item => item.Name == name) == 0)
            {
                throw _context.Fail(SqlStates.UndefinedColumn, $"column \"{name}\" does not exist", column.Span);
            }
        }

        return items;
    }

    BoundExpression? Where(Expression? where, Scope scope)
    {
        if (where is null)
        {
            return null;
        }

        var bound = _expressions.BindCondition(where, scope, "WHERE");
        if (BoundWalk.Aggregate(bound) is { } aggregate)
        {
            throw _context.Fail(SqlStates.GroupingError, "aggregates not allowed in WHERE clause", aggregate.Span, "filter groups with HAVING");
        }

        if (BoundWalk.Window(bound) is { } window)
        {
            throw _context.Fail(SqlStates.WindowingError, "window functions not allowed in WHERE clause", window.Span, "filter by window functions with QUALIFY");
        }

        return bound;
    }
}
