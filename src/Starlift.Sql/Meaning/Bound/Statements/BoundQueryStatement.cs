using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A query by itself, or what DECLARE and EXPLAIN hold.</summary>
public sealed record BoundQueryStatement(TextSpan Span, BoundQuery Query) : BoundStatement(Span)
{
    public override IEnumerable<BoundNode> Children => [Query];
}
