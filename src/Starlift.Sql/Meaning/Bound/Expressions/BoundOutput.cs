using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A column of the result, by its name or its position: in ORDER BY, and in that of a set operation.</summary>
/// <param name="Index">Its 0-based position.</param>
public sealed record BoundOutput(TextSpan Span, DataType Type, int Index) : BoundExpression(Span, Type);
