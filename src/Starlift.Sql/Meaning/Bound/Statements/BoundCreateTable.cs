using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>CREATE TABLE.</summary>
/// <param name="Table">What there is then.</param>
/// <param name="Defaults">The defaults of its columns by their positions, as these take them.</param>
/// <param name="IfNotExists">True where nothing happens to a table that there is.</param>
public sealed record BoundCreateTable(TextSpan Span, TableDefinition Table, IReadOnlyDictionary<int, BoundExpression> Defaults, bool IfNotExists) : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children => Defaults.Values;
}
