using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>TRIM with BOTH, LEADING, TRAILING or FROM.</summary>
/// <param name="Characters">Null where blanks are meant.</param>
public sealed record TrimCall(TextSpan Span, TrimSide Side, Expression? Characters, Expression Operand) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Characters = map.One(Characters), Operand = map.One(Operand) };
}
