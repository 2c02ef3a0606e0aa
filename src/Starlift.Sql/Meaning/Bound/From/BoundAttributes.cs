using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>The attributes of a SUPER object, a row each: <c>unpivot t.o as v at a</c>. Its columns are the value and the attribute's name.</summary>
/// <param name="Value">The object, of an earlier source.</param>
public sealed record BoundAttributes(TextSpan Span, string Name, IReadOnlyList<SourceColumn> Columns, BoundExpression Value) : BoundSource(Span, Name, Columns)
{
    public override IEnumerable<BoundNode> Children => [Value];
}
