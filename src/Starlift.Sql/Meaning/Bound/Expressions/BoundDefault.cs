using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>DEFAULT in VALUES and SET.</summary>
public sealed record BoundDefault(TextSpan Span, DataType Type) : BoundExpression(Span, Type);
