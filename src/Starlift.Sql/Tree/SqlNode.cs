using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>
/// A part of a statement. Nodes are immutable; a node's span holds those of its children, which don't overlap. What lies between the
/// children (keywords, punctuation, white space and comments) is read from the source by span.
/// </summary>
/// <param name="Span">From its first token to its last.</param>
public abstract record SqlNode(TextSpan Span)
{
    /// <summary>The nodes directly below, in the order of the text.</summary>
    public IReadOnlyList<SqlNode> Children
    {
        get
        {
            var children = new List<SqlNode>();
            MapChildren(child =>
            {
                children.Add(child);
                return child;
            });
            children.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            return children;
        }
    }

    /// <summary>A copy in which each child is what <paramref name="map"/> gives for it, which has to be of a type that may stand there.</summary>
    public virtual SqlNode MapChildren(ChildMap map) => this;

    /// <summary>This node and all below it, those above before those below.</summary>
    public IEnumerable<SqlNode> DescendantsAndSelf()
    {
        var open = new Stack<SqlNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            var children = node.Children;
            for (var i = children.Count - 1; i >= 0; i--)
            {
                open.Push(children[i]);
            }
        }
    }
}
