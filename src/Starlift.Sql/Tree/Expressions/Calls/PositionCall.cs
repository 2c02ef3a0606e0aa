using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>POSITION(part IN whole).</summary>
public sealed record PositionCall(TextSpan Span, Expression Part, Expression Operand) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Part = map.One(Part), Operand = map.One(Operand) };
}
