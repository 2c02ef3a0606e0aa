using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>GROUPING SETS, ROLLUP or CUBE.</summary>
public sealed record GroupingSets(TextSpan Span, GroupingKind Kind, IReadOnlyList<GroupingElement> Elements) : GroupingElement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Elements = map.Many(Elements) };
}
