using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A length, precision or scale.</summary>
/// <param name="Number">Null for MAX.</param>
public sealed record TypeArgument(TextSpan Span, long? Number) : SqlNode(Span);
