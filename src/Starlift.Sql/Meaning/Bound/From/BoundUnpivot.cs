using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>UNPIVOT of columns. Its columns are those of the input that stay, then the name and the value.</summary>
/// <param name="Kept">The columns of the input that stay, in their order.</param>
/// <param name="Values">The columns that become rows, converted to one type.</param>
/// <param name="Names">What the column of names has for each.</param>
public sealed record BoundUnpivot(
    TextSpan Span,
    string? Name,
    IReadOnlyList<SourceColumn> Columns,
    BoundFrom Input,
    IReadOnlyList<BoundColumn> Kept,
    IReadOnlyList<BoundExpression> Values,
    IReadOnlyList<string> Names,
    bool IncludeNulls) : BoundSource(Span, Name, Columns)
{
    public override IEnumerable<BoundNode> Children => [Input, .. Kept, .. Values];
}
