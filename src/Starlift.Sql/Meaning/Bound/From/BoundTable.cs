using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A table or view.</summary>
/// <param name="Table">As the catalogue has it.</param>
/// <param name="HasAlias">True where its columns can't be qualified with its own name.</param>
public sealed record BoundTable(TextSpan Span, string Name, IReadOnlyList<SourceColumn> Columns, TableDefinition Table, bool HasAlias)
    : BoundSource(Span, Name, Columns);
