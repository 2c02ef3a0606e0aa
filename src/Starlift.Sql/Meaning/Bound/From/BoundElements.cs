using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>The elements of a SUPER array, a row each: <c>t.orders as o at i</c>. Its columns are the element, named as the source, and the position.</summary>
/// <param name="Array">The array, of an earlier source.</param>
/// <param name="HasIndex">True where the position, from 0, is the second column.</param>
public sealed record BoundElements(TextSpan Span, string Name, IReadOnlyList<SourceColumn> Columns, BoundExpression Array, bool HasIndex)
    : BoundSource(Span, Name, Columns)
{
    /// <summary>True where UNNEST is written: the columns are then qualified with the alias.</summary>
    public bool IsUnnest { get; init; }

    public override IEnumerable<BoundNode> Children => [Array];
}
