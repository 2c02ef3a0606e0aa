namespace Starlift.Sql.Meaning.Bound;

/// <summary>One step into a SUPER value: an attribute or an element.</summary>
/// <param name="Attribute">The attribute's name as it is to be found; null of an element.</param>
/// <param name="IgnoresCase">True where attributes of any case are found.</param>
/// <param name="Index">The element's 0-based position; null of an attribute.</param>
public sealed record PathStep(string? Attribute, bool IgnoresCase, BoundExpression? Index);
