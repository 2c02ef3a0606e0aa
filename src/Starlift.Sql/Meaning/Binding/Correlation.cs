using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Whether a query refers to what stands outside of it (Amazon Redshift: "Correlated subqueries").</summary>
static class Correlation
{
    /// <summary>What Redshift says of the patterns that it doesn't support.</summary>
    public const string Message = "This type of correlated subquery pattern is not supported due to internal error";

    /// <summary>True where a column of the query is of a source further out.</summary>
    public static bool Is(BoundQuery query)
    {
        var open = new Stack<(BoundNode Node, int Level)>([(query, -1)]);
        while (open.TryPop(out var at))
        {
            var level = at.Node is BoundQuery ? at.Level + 1 : at.Level;
            if (at.Node is BoundColumn column && column.Depth > level)
            {
                return true;
            }

            foreach (var child in at.Node.Children)
            {
                open.Push((child, level));
            }
        }

        return false;
    }

    /// <summary>The first query in the expression that is correlated.</summary>
    public static BoundQuery? In(BoundExpression expression) =>
        BoundWalk.Nodes(expression, intoQueries: false).OfType<BoundQuery>().FirstOrDefault(Is);

    /// <summary>True where the query itself has a window function.</summary>
    public static bool HasWindow(BoundQuery query) => query.Body is BoundSelect select
        && (select.Items.Any(item => BoundWalk.Window(item.Value) is not null) || select.Qualify is not null);
}
