using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>An interval that is written.</summary>
/// <param name="Text">What stands in its quotes.</param>
/// <param name="Qualifier">Null without one.</param>
public sealed record BoundInterval(TextSpan Span, DataType Type, string Text, IntervalQualifier? Qualifier) : BoundExpression(Span, Type);
