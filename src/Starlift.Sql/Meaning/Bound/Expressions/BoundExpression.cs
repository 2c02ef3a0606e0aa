using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>What has a value.</summary>
/// <param name="Type">The value's type; <see cref="TypeKind.Unknown"/> of a literal that nothing gives one.</param>
public abstract record BoundExpression(TextSpan Span, DataType Type) : BoundNode(Span);
