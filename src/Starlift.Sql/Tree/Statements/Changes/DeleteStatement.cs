using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DELETE.</summary>
public sealed record DeleteStatement(
    TextSpan Span,
    WithClause? With,
    QualifiedName Table,
    TableAlias? Alias,
    IReadOnlyList<FromItem> Using,
    Expression? Where) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        With = map.One(With),
        Table = map.One(Table),
        Alias = map.One(Alias),
        Using = map.Many(Using),
        Where = map.One(Where),
    };
}
