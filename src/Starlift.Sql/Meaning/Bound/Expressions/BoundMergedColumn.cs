using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>The one column that USING or NATURAL makes of two: the left's in LEFT, the right's in RIGHT, the first that isn't NULL in FULL.</summary>
/// <param name="Kind">Of the join.</param>
public sealed record BoundMergedColumn(TextSpan Span, DataType Type, string Name, Tree.JoinKind Kind, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Span, Type)
{
    public override IEnumerable<BoundNode> Children => [Left, Right];
}
