using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A statement without expressions; its tree says all.</summary>
/// <param name="Table">The table that it changes: of COPY, TRUNCATE and ALTER TABLE; null of others.</param>
public sealed record BoundOther(TextSpan Span, Statement Statement, TableDefinition? Table) : BoundStatement(Span);
