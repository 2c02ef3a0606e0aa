namespace Starlift.Aws.Apis;

/// <summary>What a statement yielded.</summary>
/// <param name="Columns">Names and Redshift's names of the types; null where it yields no rows.</param>
/// <param name="Rows">Values as text; null for NULL.</param>
/// <param name="Count">Of rows that were yielded or changed.</param>
public sealed record DataApiResult(IReadOnlyList<(string Name, string Type)>? Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, long Count);
