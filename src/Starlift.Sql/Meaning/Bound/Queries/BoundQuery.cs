using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A query with what belongs to the whole of it. Each stands for itself: two are never equal.</summary>
/// <param name="CommonTables">Those of its WITH, in their order.</param>
/// <param name="Columns">What it yields.</param>
/// <param name="Limit">Null for all.</param>
/// <param name="Offset">Null for none.</param>
public sealed record BoundQuery(
    TextSpan Span,
    IReadOnlyList<CommonTableDefinition> CommonTables,
    BoundBody Body,
    IReadOnlyList<BoundOrder> OrderBy,
    BoundExpression? Limit,
    BoundExpression? Offset,
    IReadOnlyList<ResultColumn> Columns) : BoundNode(Span)
{
    public override IEnumerable<BoundNode> Children =>
    [
        .. CommonTables.Select(table => table.Query), Body, .. OrderBy.Select(order => order.Value),
        .. Limit is null ? Array.Empty<BoundNode>() : [Limit], .. Offset is null ? Array.Empty<BoundNode>() : [Offset],
    ];

    public bool Equals(BoundQuery? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
