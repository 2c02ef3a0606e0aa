using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A use of a common table expression.</summary>
public sealed record BoundCommonTable(TextSpan Span, string Name, IReadOnlyList<SourceColumn> Columns, CommonTableDefinition Definition)
    : BoundSource(Span, Name, Columns);
