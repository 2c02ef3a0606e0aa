using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A value of one type as a value of another.</summary>
/// <param name="How">Why it is converted.</param>
public sealed record BoundConversion(TextSpan Span, DataType Type, BoundExpression Operand, ConversionKind How) : BoundExpression(Span, Type)
{
    public override IEnumerable<BoundNode> Children => [Operand];
}
