using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>BETWEEN.</summary>
public sealed record BetweenExpression(
    TextSpan Span,
    Expression Operand,
    Expression Low,
    Expression High,
    bool Negated,
    bool Symmetric) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Operand = map.One(Operand),
        Low = map.One(Low),
        High = map.One(High),
    };
}
