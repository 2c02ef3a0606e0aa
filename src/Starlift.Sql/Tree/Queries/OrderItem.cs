using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One item of ORDER BY.</summary>
/// <param name="NullsFirst">Null where it is not stated.</param>
public sealed record OrderItem(TextSpan Span, Expression Value, bool Descending, bool? NullsFirst) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Value = map.One(Value) };
}
