using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>IS DISTINCT FROM.</summary>
public sealed record DistinctFromExpression(TextSpan Span, Expression Left, Expression Right, bool Negated) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Left = map.One(Left), Right = map.One(Right) };
}
