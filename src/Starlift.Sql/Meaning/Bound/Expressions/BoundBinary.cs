using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>An operator between two operands, which have the types that it works on.</summary>
public sealed record BoundBinary(TextSpan Span, DataType Type, BoundExpression Left, BinaryOperator Operator, BoundExpression Right) : BoundExpression(Span, Type)
{
    public override IEnumerable<BoundNode> Children => [Left, Right];
}
