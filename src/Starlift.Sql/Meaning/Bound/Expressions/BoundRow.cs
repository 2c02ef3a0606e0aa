using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>Several values in brackets.</summary>
public sealed record BoundRow(TextSpan Span, IReadOnlyList<BoundExpression> Items) : BoundExpression(Span, new DataType(TypeKind.Record))
{
    public override IEnumerable<BoundNode> Children => Items;
}
