using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>$1 or ?, a value that comes with the execution.</summary>
/// <param name="Number">1-based; those written ? are counted from the start of the statement.</param>
public sealed record Placeholder(TextSpan Span, int Number) : Expression(Span);
