using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>VALUES of an INSERT.</summary>
public sealed record BoundValues(TextSpan Span, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<BoundRow> Rows) : BoundBody(Span, Columns)
{
    public override IEnumerable<BoundNode> Children => Rows;
}
