using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>LIMIT.</summary>
/// <param name="Count">Null for LIMIT ALL.</param>
public sealed record LimitClause(TextSpan Span, Expression? Count) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Count = map.One(Count) };
}
