using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE MATERIALIZED VIEW.</summary>
/// <param name="Columns">Empty where they are the query's.</param>
/// <param name="Attributes">AUTO REFRESH among them.</param>
public sealed record CreateMaterializedViewStatement(
    TextSpan Span,
    QualifiedName Name,
    IReadOnlyList<Identifier> Columns,
    IReadOnlyList<TableAttribute> Attributes,
    Query Query) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Columns = map.Many(Columns),
        Attributes = map.Many(Attributes),
        Query = map.One(Query),
    };
}
