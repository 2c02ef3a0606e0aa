using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A value that is written, with the type that its place gives it: <c>'5'</c> beside an INTEGER is an INTEGER.</summary>
/// <param name="Text">Its text, decoded where it is in quotes; of an interval without its qualifier; null is NULL.</param>
/// <param name="Quoted">True where it is written in quotes.</param>
public sealed record BoundLiteral(TextSpan Span, DataType Type, string? Text, bool Quoted) : BoundExpression(Span, Type)
{
    public bool IsNull => Text is null;
}
