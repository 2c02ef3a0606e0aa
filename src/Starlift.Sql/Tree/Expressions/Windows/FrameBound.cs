using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One end of a frame.</summary>
/// <param name="Offset">Null unless rows are counted.</param>
public sealed record FrameBound(TextSpan Span, FrameBoundKind Kind, Expression? Offset) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Offset = map.One(Offset) };
}
