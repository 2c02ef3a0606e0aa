using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>UNION, INTERSECT or EXCEPT; its columns have the names of the left and the common types.</summary>
public sealed record BoundSetOperation(
    TextSpan Span,
    IReadOnlyList<ResultColumn> Columns,
    BoundBody Left,
    SetOperator Operator,
    bool All,
    BoundBody Right) : BoundBody(Span, Columns)
{
    public override IEnumerable<BoundNode> Children => [Left, Right];
}
