using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>GROUP BY.</summary>
/// <param name="All">GROUP BY ALL.</param>
public sealed record GroupByClause(TextSpan Span, bool All, IReadOnlyList<GroupingElement> Elements) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Elements = map.Many(Elements) };
}
