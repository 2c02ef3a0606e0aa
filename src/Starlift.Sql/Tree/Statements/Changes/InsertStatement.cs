using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>INSERT.</summary>
/// <param name="With">Before INSERT, where Redshift knows none; that of the query stands in it.</param>
/// <param name="Query">VALUES too; null for DEFAULT VALUES.</param>
public sealed record InsertStatement(
    TextSpan Span,
    WithClause? With,
    QualifiedName Table,
    IReadOnlyList<Identifier> Columns,
    Query? Query) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        With = map.One(With),
        Table = map.One(Table),
        Columns = map.Many(Columns),
        Query = map.One(Query),
    };
}
