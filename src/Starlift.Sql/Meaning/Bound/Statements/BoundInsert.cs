using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>INSERT.</summary>
/// <param name="Targets">The positions of the columns that get values, in the order of these.</param>
/// <param name="Query">What yields the rows; null for DEFAULT VALUES.</param>
/// <param name="Values">What each of these columns gets of a row of the query, as the column takes it.</param>
public sealed record BoundInsert(TextSpan Span, TableDefinition Table, IReadOnlyList<int> Targets, BoundQuery? Query, IReadOnlyList<BoundExpression> Values)
    : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children => Query is null ? Values : [Query, .. Values];
}
