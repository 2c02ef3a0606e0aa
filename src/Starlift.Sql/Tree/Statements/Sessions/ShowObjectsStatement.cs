using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>SHOW of tables, columns and other objects.</summary>
/// <param name="What">In lower case, its words parted by one blank: "tables", "columns", "table", "primary keys".</param>
/// <param name="Of">The schema, table or database, or the object itself.</param>
/// <param name="Rest">What stands behind, of drivers' forms.</param>
public sealed record ShowObjectsStatement(
    TextSpan Span,
    string What,
    ObjectName? Of,
    StringLiteral? Like,
    Expression? Limit,
    Opaque? Rest) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Of = map.One(Of),
        Like = map.One(Like),
        Limit = map.One(Limit),
        Rest = map.One(Rest),
    };
}
