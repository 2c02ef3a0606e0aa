using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Names and texts as DuckDB reads them.</summary>
static class DuckDbName
{
    public static string Quote(string name) => SqlNames.Quote(name);

    /// <summary>A string literal. DuckDB knows no backslash escapes in it.</summary>
    public static string Literal(string text) => SqlNames.Literal(text);

    /// <summary>The table, its schema included. Redshift's schema public is DuckDB's main.</summary>
    public static string Of(TableName table) =>
        SqlNames.Of(table.Schema is { } schema ? table with { Schema = Schema(schema) } : table);

    public static string Schema(string schema) => schema == "public" ? "main" : schema;
}
