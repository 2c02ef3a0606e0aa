using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>Oracle's (+) behind a column (Amazon Redshift: "Oracle-Style outer joins in the WHERE clause").</summary>
public sealed record BoundOuterJoinMark(TextSpan Span, BoundExpression Operand) : BoundExpression(Span, Operand.Type)
{
    public override IEnumerable<BoundNode> Children => [Operand];
}
