using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>IN, ANY, SOME or ALL with a query: a value, or a row, is compared with each of its rows.</summary>
/// <param name="Operands">The values on the left, as they are compared.</param>
/// <param name="Operator">Of IN the equality.</param>
/// <param name="All">False for IN, ANY and SOME.</param>
/// <param name="Types">What each column of the query is compared as.</param>
/// <param name="Negated">NOT IN.</param>
public sealed record BoundQueryComparison(
    TextSpan Span,
    IReadOnlyList<BoundExpression> Operands,
    BinaryOperator Operator,
    bool All,
    BoundQuery Query,
    IReadOnlyList<DataType> Types,
    bool Negated) : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [.. Operands, Query];
}
