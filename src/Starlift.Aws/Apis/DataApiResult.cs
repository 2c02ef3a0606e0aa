namespace Starlift.Aws.Apis;

/// <summary>What a statement yielded.</summary>
/// <param name="Columns">Their names, and Redshift's names of their types; null where it yields no rows.</param>
/// <param name="Rows">Values are null, bool, long, double, byte[] or string.</param>
/// <param name="Count">Of rows that were yielded or changed; -1 where nothing was counted.</param>
public sealed record DataApiResult(IReadOnlyList<(string Name, string Type)>? Columns, IReadOnlyList<object?[]> Rows, long Count);
