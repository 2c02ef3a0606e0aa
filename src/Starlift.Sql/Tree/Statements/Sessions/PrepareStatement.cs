using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>PREPARE.</summary>
public sealed record PrepareStatement(
    TextSpan Span,
    Identifier Name,
    IReadOnlyList<TypeName> Types,
    Statement Statement) : Statement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Name = map.One(Name),
        Types = map.Many(Types),
        Statement = map.One(Statement),
    };
}
