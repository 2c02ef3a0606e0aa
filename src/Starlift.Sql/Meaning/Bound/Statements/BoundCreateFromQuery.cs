using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>CREATE TABLE AS, SELECT INTO, CREATE VIEW, CREATE MATERIALIZED VIEW.</summary>
/// <param name="Table">What there is then; a view of which nothing is looked at is open.</param>
/// <param name="Query">Null of a view WITH NO SCHEMA BINDING whose tables aren't known.</param>
/// <param name="Replaces">OR REPLACE.</param>
public sealed record BoundCreateFromQuery(TextSpan Span, TableDefinition Table, BoundQuery? Query, bool Replaces) : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children => Query is null ? [] : [Query];
}
