using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What stands in the brackets of OVER, and of WINDOW.</summary>
/// <param name="Base">A named window that this one goes on from.</param>
public sealed record WindowDefinition(
    TextSpan Span,
    Identifier? Base,
    IReadOnlyList<Expression> PartitionBy,
    IReadOnlyList<OrderItem> OrderBy,
    WindowFrame? Frame) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Base = map.One(Base),
        PartitionBy = map.Many(PartitionBy),
        OrderBy = map.Many(OrderBy),
        Frame = map.One(Frame),
    };
}
