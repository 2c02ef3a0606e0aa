namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>
/// Redshift's own tables and views: those of pg_catalog with their columns (<see cref="LeaderTables"/>), others by the beginnings of their names (Amazon Redshift:
/// "System tables and views reference"), whose columns are not looked at.
/// </summary>
public static class SystemTables
{
    static readonly string[] OfCompute = ["stl_", "stv_", "svl_", "svv_", "svcs_", "sys_"];

    /// <summary>The system's table of that name, or null where the name is none of these.</summary>
    public static TableDefinition? Find(string schema, string name)
    {
        if (schema == "pg_catalog" && LeaderTables.Find(name) is { } columns)
        {
            return new TableDefinition(schema, name, columns) { Kind = TableKind.LeaderSystem };
        }

        if (schema == "information_schema" || schema == "pg_catalog" && name.StartsWith("pg_", StringComparison.Ordinal))
        {
            return new TableDefinition(schema, name, []) { IsOpen = true, Kind = TableKind.LeaderSystem };
        }

        return schema == "pg_catalog" && Array.Exists(OfCompute, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? new TableDefinition(schema, name, []) { IsOpen = true, Kind = TableKind.ComputeSystem }
            : null;
    }
}
