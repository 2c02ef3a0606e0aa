using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>(+) behind a column, Oracle's outer join.</summary>
public sealed record OuterJoinMark(TextSpan Span, Expression Operand) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Operand = map.One(Operand) };
}
