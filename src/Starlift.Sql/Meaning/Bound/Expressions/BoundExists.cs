using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>EXISTS.</summary>
public sealed record BoundExists(TextSpan Span, BoundQuery Query) : BoundExpression(Span, DataType.Boolean)
{
    public override IEnumerable<BoundNode> Children => [Query];
}
