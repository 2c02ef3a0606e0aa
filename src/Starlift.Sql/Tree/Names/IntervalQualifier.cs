using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>The fields behind INTERVAL: YEAR TO MONTH, SECOND(3).</summary>
/// <param name="First">In lower case.</param>
/// <param name="Last">In lower case; null where there is no TO.</param>
/// <param name="Precision">Digits of the seconds.</param>
public sealed record IntervalQualifier(TextSpan Span, string First, string? Last, int? Precision) : SqlNode(Span);
