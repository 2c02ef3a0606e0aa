using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE VIEW.</summary>
/// <param name="Columns">Empty where they are the query's.</param>
public sealed record CreateViewStatement(
    TextSpan Span,
    bool OrReplace,
    QualifiedName Name,
    IReadOnlyList<Identifier> Columns,
    Query Query,
    bool NoSchemaBinding) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Columns = map.Many(Columns),
        Query = map.One(Query),
    };
}
