using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>An element of a SUPER array: a[0].</summary>
public sealed record Subscript(TextSpan Span, Expression Operand, Expression Index) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand), Index = map.One(Index) };
}
