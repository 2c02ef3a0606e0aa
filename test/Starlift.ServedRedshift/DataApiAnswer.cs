using Starlift.Warehouses;

namespace Starlift.ServedRedshift;

/// <summary>What a statement yields.</summary>
/// <param name="Columns">Null for a statement that yields no rows.</param>
/// <param name="Rows">Of .NET values.</param>
/// <param name="Count">Rows that it gives or has touched; -1 where it counts none.</param>
sealed record DataApiAnswer(IReadOnlyList<ResultColumn>? Columns, IReadOnlyList<object?[]> Rows, long Count);
