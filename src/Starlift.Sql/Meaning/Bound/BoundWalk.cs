namespace Starlift.Sql.Meaning.Bound;

/// <summary>Looks through bound nodes.</summary>
public static class BoundWalk
{
    /// <summary>The node and all below it, those above first; queries below are gone into only where it is asked for.</summary>
    public static IEnumerable<BoundNode> Nodes(BoundNode root, bool intoQueries)
    {
        var open = new Stack<BoundNode>([root]);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (!intoQueries && node is BoundQuery && !ReferenceEquals(node, root))
            {
                continue;
            }

            foreach (var child in node.Children.Reverse())
            {
                open.Push(child);
            }
        }
    }

    /// <summary>The first aggregate of the query that the expression stands in.</summary>
    public static BoundCall? Aggregate(BoundExpression expression) => Nodes(expression, intoQueries: false).OfType<BoundCall>().FirstOrDefault(call => call.IsAggregate);

    /// <summary>The first window function of the query that the expression stands in.</summary>
    public static BoundCall? Window(BoundExpression expression) => Nodes(expression, intoQueries: false).OfType<BoundCall>().FirstOrDefault(call => call.Over is not null);
}
