using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>LIKE, ILIKE or SIMILAR TO.</summary>
public sealed record LikeExpression(
    TextSpan Span,
    Expression Operand,
    LikeKind Kind,
    Expression Pattern,
    Expression? Escape,
    bool Negated) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Operand = map.One(Operand),
        Pattern = map.One(Pattern),
        Escape = map.One(Escape),
    };
}
