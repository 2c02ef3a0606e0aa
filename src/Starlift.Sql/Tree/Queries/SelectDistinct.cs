using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DISTINCT, DISTINCT ON (…).</summary>
public sealed record SelectDistinct(TextSpan Span, IReadOnlyList<Expression> On) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { On = map.Many(On) };
}
