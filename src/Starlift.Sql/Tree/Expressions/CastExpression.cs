using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A conversion that the statement asks for.</summary>
public sealed record CastExpression(TextSpan Span, Expression Operand, TypeName Type, CastSyntax Syntax) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand), Type = map.One(Type) };
}
