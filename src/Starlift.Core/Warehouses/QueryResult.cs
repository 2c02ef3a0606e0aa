namespace Starlift.Warehouses;

/// <summary>The rows of a query.</summary>
/// <param name="Columns">Their names, in order.</param>
/// <param name="Rows">
/// Each as long as <paramref name="Columns"/>; values are null, bool, integers, BigInteger, decimal, <see cref="WideDecimal"/>, float,
/// double, string, byte[], DateOnly, TimeOnly, DateTime (a TIMESTAMP) or DateTimeOffset (a TIMESTAMPTZ). What .NET has no value of is a
/// string: a year 12018, infinity, an interval, a list.
/// </param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
