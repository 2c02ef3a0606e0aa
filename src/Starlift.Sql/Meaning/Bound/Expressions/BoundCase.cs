using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>CASE. Where it has an operand, each branch's condition is the comparison with it.</summary>
/// <param name="Operand">Null where each branch has a condition of its own.</param>
/// <param name="Branches">In their order, each with its condition, which is a BOOLEAN.</param>
/// <param name="Else">Null is NULL.</param>
public sealed record BoundCase(TextSpan Span, DataType Type, BoundExpression? Operand, IReadOnlyList<BoundBranch> Branches, BoundExpression? Else)
    : BoundExpression(Span, Type)
{
    public override IEnumerable<BoundNode> Children
    {
        get
        {
            foreach (var branch in Branches)
            {
                yield return branch.When;
                yield return branch.Then;
            }

            if (Else is not null)
            {
                yield return Else;
            }
        }
    }
}
