using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>NULL.</summary>
public sealed record NullLiteral(TextSpan Span) : Expression(Span);
