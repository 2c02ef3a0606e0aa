using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A query in FROM.</summary>
public sealed record BoundDerivedTable(TextSpan Span, string? Name, IReadOnlyList<SourceColumn> Columns, BoundQuery Query) : BoundSource(Span, Name, Columns)
{
    public override IEnumerable<BoundNode> Children => [Query];
}
