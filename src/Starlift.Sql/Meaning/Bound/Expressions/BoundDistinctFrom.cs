using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>IS [NOT] DISTINCT FROM.</summary>
public sealed record BoundDistinctFrom(TextSpan Span, BoundExpression Left, BoundExpression Right, bool Negated) : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [Left, Right];
}
