using Starlift.Sql.Text;

namespace Starlift.Sql.Writing;

/// <summary>A stretch of an engine's text with what it comes from.</summary>
/// <param name="Start">0-based index of its first character.</param>
/// <param name="End">0-based index behind its last character.</param>
/// <param name="Source">The stretch of Redshift's statement that it says.</param>
public readonly record struct WrittenPlace(int Start, int End, TextSpan Source);
