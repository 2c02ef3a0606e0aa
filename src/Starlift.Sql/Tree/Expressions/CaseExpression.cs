using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>CASE.</summary>
/// <param name="Operand">Null where each branch has a condition.</param>
/// <param name="Branches">At least one.</param>
public sealed record CaseExpression(
    TextSpan Span,
    Expression? Operand,
    IReadOnlyList<CaseBranch> Branches,
    Expression? Else) : Expression(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with
    {
        Operand = map.One(Operand),
        Branches = map.Many(Branches),
        Else = map.One(Else),
    };
}
