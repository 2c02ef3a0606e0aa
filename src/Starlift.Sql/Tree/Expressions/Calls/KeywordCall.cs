using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A function that is written without brackets: CURRENT_DATE, SYSDATE, CURRENT_USER.</summary>
/// <param name="Name">In lower case.</param>
public sealed record KeywordCall(TextSpan Span, string Name) : Expression(Span);
