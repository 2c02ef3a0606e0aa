using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>Names with dots between them. Which of them are tables, a column or attributes of a SUPER value, only a scope can tell.</summary>
/// <param name="Parts">At least one.</param>
public sealed record ColumnReference(TextSpan Span, IReadOnlyList<Identifier> Parts) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Parts = map.Many(Parts) };
}
