using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A name with the names of what holds it before it: db.schema.table, schema.table, table.</summary>
/// <param name="Parts">At least one.</param>
public sealed record QualifiedName(TextSpan Span, IReadOnlyList<Identifier> Parts) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Parts = map.Many(Parts) };
}
