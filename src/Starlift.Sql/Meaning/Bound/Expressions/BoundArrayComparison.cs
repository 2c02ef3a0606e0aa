using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>ANY, SOME or ALL with an array: a value is compared with each of its elements.</summary>
/// <param name="All">False for ANY and SOME.</param>
public sealed record BoundArrayComparison(TextSpan Span, BoundExpression Operand, BinaryOperator Operator, bool All, BoundExpression Array) : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [Operand, Array];
}
