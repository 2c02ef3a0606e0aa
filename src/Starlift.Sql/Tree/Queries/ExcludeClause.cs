using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>EXCLUDE behind a select list.</summary>
public sealed record ExcludeClause(TextSpan Span, IReadOnlyList<Identifier> Columns) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Columns = map.Many(Columns) };
}
