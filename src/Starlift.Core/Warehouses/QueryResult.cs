namespace Starlift.Warehouses;

/// <summary>The rows of a query.</summary>
/// <param name="Columns">Their names, in order.</param>
/// <param name="Rows">
/// Each as long as <paramref name="Columns"/>; values are null, bool, integers, decimal, float, double, string, byte[], DateOnly,
/// TimeOnly, DateTime (a TIMESTAMP), DateTimeOffset (a TIMESTAMPTZ) or what the driver gives for other types.
/// </param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
