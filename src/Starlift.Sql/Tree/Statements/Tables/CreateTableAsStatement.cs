using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE TABLE AS.</summary>
/// <param name="Temporary">TEMP, TEMPORARY, or a name that begins with #.</param>
/// <param name="IfNotExists">Redshift's syntax has none here.</param>
/// <param name="Columns">Empty where they are the query's.</param>
public sealed record CreateTableAsStatement(
    TextSpan Span,
    bool Temporary,
    bool IfNotExists,
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
