using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CREATE TABLE with columns or LIKE.</summary>
/// <param name="Temporary">TEMP, TEMPORARY, or a name that begins with #.</param>
public sealed record CreateTableStatement(
    TextSpan Span,
    bool Temporary,
    bool IfNotExists,
    QualifiedName Name,
    IReadOnlyList<TableElement> Elements,
    IReadOnlyList<TableAttribute> Attributes) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Elements = map.Many(Elements),
        Attributes = map.Many(Attributes),
    };
}
