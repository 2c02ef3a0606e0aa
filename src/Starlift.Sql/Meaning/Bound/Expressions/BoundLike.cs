using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>LIKE, ILIKE, SIMILAR TO.</summary>
/// <param name="Escape">Null where it is the backslash.</param>
public sealed record BoundLike(TextSpan Span, BoundExpression Operand, LikeKind Kind, BoundExpression Pattern, BoundExpression? Escape, bool Negated)
    : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => Escape is null ? [Operand, Pattern] : [Operand, Pattern, Escape];
}
