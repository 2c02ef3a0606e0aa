using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>IN with a list: operand and items have one type, or are rows.</summary>
public sealed record BoundIn(TextSpan Span, BoundExpression Operand, IReadOnlyList<BoundExpression> Items, bool Negated) : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [Operand, .. Items];
}
