using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>IN with a list.</summary>
/// <param name="Items">At least one.</param>
public sealed record InListExpression(TextSpan Span, Expression Operand, IReadOnlyList<Expression> Items, bool Negated) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand), Items = map.Many(Items) };
}
