using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A function whose result is rows.</summary>
/// <param name="IsOpen">True where its columns aren't known: each name is one then, of a type that fits everything.</param>
public sealed record BoundFunctionSource(TextSpan Span, string Name, IReadOnlyList<SourceColumn> Columns, BoundExpression Call, bool IsOpen)
    : BoundSource(Span, Name, Columns)
{
    public override IEnumerable<BoundNode> Children => [Call];
}
