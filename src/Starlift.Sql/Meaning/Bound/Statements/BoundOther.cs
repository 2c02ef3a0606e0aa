using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A statement without queries; its tree says all but the types.</summary>
/// <param name="Table">The table that it changes: of COPY, TRUNCATE and ALTER TABLE; null of others.</param>
public sealed record BoundOther(TextSpan Span, Statement Statement, TableDefinition? Table) : BoundStatement(Span)
{
    /// <summary>The default of the column that ALTER TABLE adds, as that takes it; null of others.</summary>
    public BoundExpression? Default { get; init; }

    /// <summary>The table whose rows ALTER TABLE APPEND moves; null of others.</summary>
    public TableDefinition? Source { get; init; }

    public override IEnumerable<BoundNode> Children => Default is null ? [] : [Default];
}
