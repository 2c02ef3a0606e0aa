using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>UPDATE.</summary>
public sealed record UpdateStatement(
    TextSpan Span,
    WithClause? With,
    QualifiedName Table,
    TableAlias? Alias,
    IReadOnlyList<Assignment> Assignments,
    IReadOnlyList<FromItem> From,
    Expression? Where) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        With = map.One(With),
        Table = map.One(Table),
        Alias = map.One(Alias),
        Assignments = map.Many(Assignments),
        From = map.Many(From),
        Where = map.One(Where),
    };
}
