using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>OBJECT_TRANSFORM: keeps some attributes of an object, then changes or adds some.</summary>
/// <param name="Keep">The paths that are kept, as written: <c>"a"."b"</c>; empty where all are.</param>
/// <param name="Set">The paths that change, with their values.</param>
public sealed record BoundObjectTransform(TextSpan Span, BoundExpression Operand, IReadOnlyList<string> Keep, IReadOnlyList<(string Path, BoundExpression Value)> Set)
    : BoundExpression(Span, DataType.Super)
{
    public override IEnumerable<BoundNode> Children => [Operand, .. Set.Select(change => change.Value)];
}
