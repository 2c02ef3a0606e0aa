using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>WHEN … THEN ….</summary>
public sealed record CaseBranch(TextSpan Span, Expression When, Expression Then) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { When = map.One(When), Then = map.One(Then) };
}
