namespace Starlift.Lineage;

/// <summary>A column of a star table, and what makes it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="From">By table, column and use; empty of a constant.</param>
public sealed record FilledColumn(string Name, IReadOnlyList<LineageColumn> From);
