using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>One column of a select list.</summary>
/// <param name="Span">Where it is written: a star for all that come of it.</param>
/// <param name="HasAlias">True where its name is written with it.</param>
public sealed record BoundItem(TextSpan Span, string Name, bool HasAlias, BoundExpression Value);
