using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A query with what belongs to the whole of it.</summary>
/// <param name="Locking">FOR UPDATE, FOR SHARE.</param>
public sealed record Query(
    TextSpan Span,
    WithClause? With,
    QueryBody Body,
    IReadOnlyList<OrderItem> OrderBy,
    LimitClause? Limit,
    OffsetClause? Offset,
    Opaque? Locking) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        With = map.One(With),
        Body = map.One(Body),
        OrderBy = map.Many(OrderBy),
        Limit = map.One(Limit),
        Offset = map.One(Offset),
        Locking = map.One(Locking),
    };
}
