using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A date part, as a word or in quotes.</summary>
/// <param name="Name">In lower case.</param>
public sealed record DatePartName(TextSpan Span, string Name, bool InQuotes) : SqlNode(Span);
