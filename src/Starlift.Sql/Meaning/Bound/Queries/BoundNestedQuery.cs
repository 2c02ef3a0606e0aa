using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A query in brackets as an input of a set operation.</summary>
public sealed record BoundNestedQuery(TextSpan Span, BoundQuery Query) : BoundBody(Span, Query.Columns)
{
    public override IEnumerable<BoundNode> Children => [Query];
}
