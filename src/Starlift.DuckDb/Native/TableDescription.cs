using System.Runtime.InteropServices;
using Starlift.Sql;

namespace Starlift.DuckDb.Native;

/// <summary>
/// A table as the engine describes it by name. The system table of columns would go through all tables and views there are, which takes a
/// hundred times as long.
/// </summary>
static unsafe class TableDescription
{
    /// <summary>Names of the columns in order, of a temporary table where it hides another; null where there is no such table.</summary>
    /// <param name="connection">A duckdb_connection.</param>
    /// <param name="schema">The schema's name in the engine.</param>
    /// <param name="table">The table's name.</param>
    public static IReadOnlyList<string>? ColumnsOf(nint connection, string schema, string table)
    {
        nint description;
        var failed = DuckDbApi.DescribeTable(connection, schema, table, &description) != 0;
        try
        {
            return failed ? null : NamesOf(description);
        }
        finally
        {
            DuckDbApi.DestroyDescription(&description);
        }
    }

    /// <summary>Names and types of the columns in order; null where the database has no such table in its file.</summary>
    /// <param name="connection">A duckdb_connection.</param>
    /// <param name="database">The database's name: no temporary table is in it.</param>
    /// <param name="schema">The schema's name in the engine.</param>
    /// <param name="table">The table's name.</param>
    public static IReadOnlyList<(string Name, SqlType Type)>? TypesOf(nint connection, string database, string schema, string table)
    {
        nint description;
        var failed = DuckDbApi.DescribeTable(connection, database, schema, table, &description) != 0;
        try
        {
            return failed ? null : ColumnsOf(description);
        }
        finally
        {
            DuckDbApi.DestroyDescription(&description);
        }
    }

    static IReadOnlyList<(string Name, SqlType Type)> ColumnsOf(nint description) =>
        [.. NamesOf(description).Select((name, i) => (name, TypeOf(description, (ulong)i)))];

    static SqlType TypeOf(nint description, ulong column)
    {
        var type = DuckDbApi.DescriptionColumnType(description, column);
        try
        {
            return LogicalType.Read(type);
        }
        finally
        {
            DuckDbApi.DestroyLogicalType(&type);
        }
    }

    static IReadOnlyList<string> NamesOf(nint description) =>
        [.. Enumerable.Range(0, (int)DuckDbApi.DescriptionColumnCount(description)).Select(i => NameOf(description, (ulong)i))];

    static string NameOf(nint description, ulong column)
    {
        var name = DuckDbApi.DescriptionColumnName(description, column);
        try
        {
            return Marshal.PtrToStringUTF8(name)!;
        }
        finally
        {
            DuckDbApi.Free(name);
        }
    }
}
