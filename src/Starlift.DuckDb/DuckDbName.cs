using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>Names and texts as DuckDB reads them.</summary>
static class DuckDbName
{
    public static string Quote(string name) => Quoting.Name(name);

    /// <summary>A string literal. DuckDB knows no backslash escapes in it.</summary>
    public static string Literal(string text) => Quoting.Literal(text);

    /// <summary>The table, its schema included. Redshift's schema public is DuckDB's main.</summary>
    public static string Of(TableName table) =>
        (table.Schema is { } schema ? table with { Schema = Schema(schema) } : table).Quoted;

    public static string Schema(string schema) => schema == "public" ? "main" : schema;
}
