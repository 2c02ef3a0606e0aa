using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>A column that needs no qualifier.</summary>
/// <param name="Value">A column of a source, or one that USING made of two.</param>
readonly record struct VisibleColumn(string Name, BoundExpression Value);
