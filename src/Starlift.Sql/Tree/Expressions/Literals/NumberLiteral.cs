using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A number without its sign.</summary>
/// <param name="Digits">As written, with point and exponent.</param>
public sealed record NumberLiteral(TextSpan Span, string Digits) : Expression(Span);
