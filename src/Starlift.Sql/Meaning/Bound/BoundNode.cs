using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A part of a statement whose names and types are known. Nodes are immutable.</summary>
/// <param name="Span">Where it is written; of what isn't written, where that stands which it comes from.</param>
public abstract record BoundNode(TextSpan Span)
{
    /// <summary>The nodes directly below, in the order in which they are evaluated or written.</summary>
    public virtual IEnumerable<BoundNode> Children => [];
}
