using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A text in quotes; texts that a line end parts are one.</summary>
/// <param name="Value">Decoded.</param>
public sealed record StringLiteral(TextSpan Span, string Value) : Expression(Span);
