using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>TOP n.</summary>
public sealed record TopClause(TextSpan Span, Expression Count) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Count = map.One(Count) };
}
