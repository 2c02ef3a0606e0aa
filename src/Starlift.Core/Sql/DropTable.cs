namespace Starlift.Sql;

/// <summary>DROP TABLE.</summary>
public sealed record DropTable(IReadOnlyList<TableName> Tables, bool IfExists, bool Cascade) : SqlStatement;
