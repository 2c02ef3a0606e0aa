using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>IS NULL, ISNULL, NOTNULL, IS TRUE, IS FALSE or IS UNKNOWN.</summary>
public sealed record IsExpression(TextSpan Span, Expression Operand, IsTest Test, bool Negated) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand) };
}
