using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>BETWEEN, both comparisons of it with their own conversions.</summary>
/// <param name="Low">Operand &gt;= low.</param>
/// <param name="High">Operand &lt;= high.</param>
public sealed record BoundBetween(TextSpan Span, BoundExpression Operand, BoundBinary Low, BoundBinary High, bool Negated, bool Symmetric)
    : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [Low, High];
}
