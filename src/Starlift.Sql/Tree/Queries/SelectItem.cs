using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One item of a select list.</summary>
/// <param name="Value">A Star for * and t.*.</param>
public sealed record SelectItem(TextSpan Span, Expression Value, Identifier? Alias) : SqlNode(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Value = map.One(Value), Alias = map.One(Alias) };
}
