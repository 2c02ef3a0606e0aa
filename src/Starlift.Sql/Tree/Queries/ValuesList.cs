using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>VALUES; Redshift takes it in INSERT only.</summary>
/// <param name="Rows">At least one.</param>
public sealed record ValuesList(TextSpan Span, IReadOnlyList<RowValue> Rows) : QueryBody(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Rows = map.Many(Rows) };
}
