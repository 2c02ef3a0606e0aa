namespace Starlift.Inference;

/// <summary>A column of a staging table, and what fills it.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Path">The values; null where the column takes the whole record.</param>
/// <param name="Value">Its form and type.</param>
/// <param name="Comment">The evidence.</param>
sealed record StagingColumn(string Name, PathProfile? Path, ValueType Value, string Comment);
