using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>(a, b); () as a grouping set.</summary>
/// <param name="Items">Two or more, or with ROW before it any number.</param>
public sealed record RowValue(TextSpan Span, IReadOnlyList<Expression> Items) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Items = map.Many(Items) };
}
