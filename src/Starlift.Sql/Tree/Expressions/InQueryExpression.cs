using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>IN with a query.</summary>
public sealed record InQueryExpression(TextSpan Span, Expression Operand, Query Query, bool Negated) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand), Query = map.One(Query) };
}
