using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>An operator between two operands.</summary>
public sealed record BinaryExpression(TextSpan Span, Expression Left, BinaryOperator Operator, Expression Right) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Left = map.One(Left), Right = map.One(Right) };
}
