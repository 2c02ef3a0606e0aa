using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>$1 or ?: a value that comes with the execution, of the type that its place wants.</summary>
/// <param name="Number">1-based.</param>
public sealed record BoundPlaceholder(TextSpan Span, DataType Type, int Number) : BoundExpression(Span, Type);
