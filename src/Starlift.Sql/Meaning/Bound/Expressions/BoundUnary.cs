using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>An operator before its operand.</summary>
public sealed record BoundUnary(TextSpan Span, DataType Type, UnaryOperator Operator, BoundExpression Operand) : BoundExpression(Span, Type)
{
    public override IEnumerable<BoundNode> Children => [Operand];
}
