using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>PIVOT. Its columns are those of the input that group, then one for each value and aggregate.</summary>
/// <param name="Input">What is pivoted.</param>
/// <param name="Groups">The columns of the input that group, in their order.</param>
/// <param name="Aggregates">COUNT, SUM, MIN, MAX, AVG of the input's columns.</param>
/// <param name="Column">The input's column whose values become columns.</param>
/// <param name="Values">These values, of the column's type.</param>
public sealed record BoundPivot(
    TextSpan Span,
    string? Name,
    IReadOnlyList<SourceColumn> Columns,
    BoundFrom Input,
    IReadOnlyList<BoundColumn> Groups,
    IReadOnlyList<BoundExpression> Aggregates,
    BoundColumn Column,
    IReadOnlyList<BoundExpression> Values) : BoundSource(Span, Name, Columns)
{
    public override IEnumerable<BoundNode> Children => [Input, .. Groups, .. Aggregates, Column, .. Values];
}
