using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>The rows of a query of one column as an array.</summary>
public sealed record BoundArrayQuery(TextSpan Span, BoundQuery Query) : BoundExpression(Span, new DataType(TypeKind.Array))
{
    public override IEnumerable<BoundNode> Children => [Query];
}
