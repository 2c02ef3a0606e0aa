using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>What a grouped query may not say: columns that aren't grouped, and aggregates that don't go together (Amazon Redshift: "Aggregate functions").</summary>
sealed class GroupingCheck(BindContext context)
{
    static readonly string[] Ordered = ["listagg", "median", "percentile_cont"];

    public void Check(BoundSelect select, IReadOnlyList<BoundOrder> order)
    {
        List<BoundExpression> expressions = [.. select.Items.Select(item => item.Value), .. order.Select(key => key.Value)];
        if (select.Having is not null)
        {
            expressions.Add(select.Having);
        }

        if (select.Qualify is not null)
        {
            expressions.Add(select.Qualify);
        }

        var aggregates = expressions.SelectMany(expression => BoundWalk.Nodes(expression, intoQueries: false)).OfType<BoundCall>().Where(call => call.IsAggregate).ToList();
        CheckAggregates(aggregates);
        if (aggregates.Count == 0 && select.GroupBy is null && select.Having is null)
        {
            return;
        }

        foreach (var expression in expressions)
        {
            CheckGrouped(expression, select.GroupBy?.Keys ?? []);
        }
    }

    void CheckAggregates(List<BoundCall> aggregates)
    {
        var ordered = aggregates.FindAll(call => Array.IndexOf(Ordered, call.Function.Name) >= 0 && !call.IsApproximate);
        if (ordered.Count == 0)
        {
            return;
        }

        if (aggregates.Find(call => call.IsDistinct && !ordered.Contains(call)) is { } distinct)
        {
            throw context.Fail(
                SqlStates.FeatureNotSupported, "Using LISTAGG/PERCENTILE_CONT/MEDIAN aggregate functions with other distinct aggregate function not supported", distinct.Span);
        }

        var orders = ordered.FindAll(call => call.Function.Name != "listagg" || call.WithinGroup.Count > 0);
        if (orders.Find(call => !SameOrder(orders[0], call)) is { } other)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "within group ORDER BY clauses for aggregate functions must be the same", other.Span);
        }
    }

    // MEDIAN orders by its argument
    static bool SameOrder(BoundCall one, BoundCall other)
    {
        var (a, b) = (OrderOf(one), OrderOf(other));
        return a.Count == b.Count && a.Zip(b).All(pair => pair.First.Descending == pair.Second.Descending && BoundEquality.Same(pair.First.Value, pair.Second.Value));
    }

    static IReadOnlyList<BoundOrder> OrderOf(BoundCall call) => call.Function.Name == "median" ? [new BoundOrder(call.Arguments[0], false, false)] : call.WithinGroup;

    void CheckGrouped(BoundExpression root, IReadOnlyList<BoundExpression> keys)
    {
        var open = new Stack<BoundExpression>([root]);
        while (open.TryPop(out var expression))
        {
            if (expression is BoundCall { IsAggregate: true } or BoundOutput || keys.Any(key => BoundEquality.Same(key, expression)))
            {
                continue;
            }

            if (expression is BoundColumn { Depth: 0 } column)
            {
                throw context.Fail(
                    SqlStates.GroupingError,
                    $"column \"{(column.Source.Name is { } name ? $"{name}.{column.Name}" : column.Name)}\" must appear in the GROUP BY clause or be used in an aggregate function",
                    column.Span);
            }

            foreach (var child in expression.Children.OfType<BoundExpression>())
            {
                open.Push(child);
            }
        }
    }
}
