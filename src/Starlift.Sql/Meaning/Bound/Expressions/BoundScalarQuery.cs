using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A query of one column where a value stands.</summary>
public sealed record BoundScalarQuery(TextSpan Span, BoundQuery Query) : BoundExpression(Span, Query.Columns[0].Type)
{
    public override IEnumerable<BoundNode> Children => [Query];
}
