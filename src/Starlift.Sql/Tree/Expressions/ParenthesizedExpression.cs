using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>Brackets around one expression.</summary>
public sealed record ParenthesizedExpression(TextSpan Span, Expression Inner) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Inner = map.One(Inner) };
}
