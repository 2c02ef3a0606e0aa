namespace Starlift.Reports.Diagrams;

/// <summary>A line from one box to another.</summary>
/// <param name="From">The name of a box.</param>
/// <param name="To">The name of a box.</param>
/// <param name="Leaves">How far below the top of its box it begins; null for the middle.</param>
/// <param name="Arrives">How far below the top of its box it ends; null for the middle.</param>
sealed record DiagramEdge(string From, string To, double? Leaves = null, double? Arrives = null);
