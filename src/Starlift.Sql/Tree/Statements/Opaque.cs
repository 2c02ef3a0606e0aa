using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A stretch of a statement that is carried as it is written.</summary>
public sealed record Opaque(TextSpan Span) : SqlNode(Span);
