using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>IS NULL and its like.</summary>
public sealed record BoundIs(TextSpan Span, BoundExpression Operand, IsTest Test, bool Negated) : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [Operand];
}
