using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>OFFSET.</summary>
public sealed record OffsetClause(TextSpan Span, Expression Count) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Count = map.One(Count) };
}
