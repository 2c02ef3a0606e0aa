using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A join. A comma is a cross join.</summary>
/// <param name="On">The condition, that of USING and NATURAL too; null of a cross join.</param>
/// <param name="Merged">The columns that USING or NATURAL make one of, in their order.</param>
public sealed record BoundJoin(
    TextSpan Span,
    BoundFrom Left,
    JoinKind Kind,
    BoundFrom Right,
    BoundExpression? On,
    IReadOnlyList<BoundMergedColumn> Merged) : BoundFrom(Span)
{
    public override IEnumerable<BoundNode> Children => On is null ? [Left, Right] : [Left, Right, On];
}
