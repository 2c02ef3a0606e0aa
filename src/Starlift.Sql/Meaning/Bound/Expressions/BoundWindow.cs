using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>What a window function looks at.</summary>
/// <param name="Frame">As it is written, which is ROWS; null without one.</param>
public sealed record BoundWindow(IReadOnlyList<BoundExpression> PartitionBy, IReadOnlyList<BoundOrder> OrderBy, WindowFrame? Frame)
{
    public IEnumerable<BoundExpression> Expressions => [.. PartitionBy, .. OrderBy.Select(order => order.Value)];
}
