using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>An expression, an ordinal, or (a, b) as one.</summary>
public sealed record GroupingExpression(TextSpan Span, Expression Value) : GroupingElement(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Value = map.One(Value) };
}
