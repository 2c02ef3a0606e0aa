using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>WITH.</summary>
/// <param name="Tables">At least one.</param>
public sealed record WithClause(TextSpan Span, bool Recursive, IReadOnlyList<CommonTable> Tables) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Tables = map.Many(Tables) };
}
