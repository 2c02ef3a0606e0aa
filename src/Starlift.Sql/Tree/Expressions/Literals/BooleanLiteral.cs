using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>TRUE or FALSE.</summary>
public sealed record BooleanLiteral(TextSpan Span, bool Value) : Expression(Span);
