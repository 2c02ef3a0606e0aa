using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>An operator before its operand.</summary>
public sealed record UnaryExpression(TextSpan Span, UnaryOperator Operator, Expression Operand) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand) };
}
