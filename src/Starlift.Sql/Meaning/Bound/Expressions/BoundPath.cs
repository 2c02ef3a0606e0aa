using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A part of a SUPER value: <c>c.orders[0].key</c>.</summary>
/// <param name="Root">The SUPER value that it goes into.</param>
/// <param name="Steps">At least one.</param>
public sealed record BoundPath(TextSpan Span, BoundExpression Root, IReadOnlyList<PathStep> Steps) : BoundExpression(Span, DataType.Super)
{
    public override IEnumerable<BoundNode> Children => [Root, .. Steps.Where(step => step.Index is not null).Select(step => step.Index!)];
}
