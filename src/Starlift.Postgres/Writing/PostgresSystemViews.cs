using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>
/// Redshift's system views as queries of PostgreSQL's catalogue, which knows of no distribution, order and compression: what CREATE TABLE said of them is laid over
/// it, and is NULL of other tables.
/// </summary>
/// <param name="definitions">What is known of tables from their statements.</param>
sealed class PostgresSystemViews(IEnumerable<CreateTable> definitions)
{
    const string Own = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'starlift')";

    // the statistics know the number of rows later only
    string Tables => $"""
        SELECT n.nspname AS table_schema, c.relname AS table_name, c.relkind IN ('v', 'm') AS is_view, CAST(c.oid AS bigint) AS table_id, d.diststyle, d.sortkey1, d.sortkeys AS sortkey_num,
            CASE WHEN c.relkind IN ('r', 'p') THEN CAST(CAST((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', n.nspname, c.relname), false, true, '')))[1] AS text) AS bigint) END AS tbl_rows, CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace LEFT JOIN ({KnownTables}) AS d ON d.s = n.nspname AND d.n = c.relname
        WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname {Own} AND n.nspname NOT LIKE 'pg\_temp%'
        """;

    string Columns => $"""
        SELECT c.table_schema, c.table_name, c.column_name, c.ordinal_position, c.column_default, c.is_nullable = 'YES' AS is_nullable, c.type AS data_type, c.character_maximum_length, c.numeric_precision, c.numeric_scale,
            c.type || CASE WHEN c.character_maximum_length IS NOT NULL THEN '(' || c.character_maximum_length || ')' WHEN c.type = 'numeric' AND c.numeric_precision IS NOT NULL THEN '(' || c.numeric_precision || ',' || c.numeric_scale || ')' ELSE '' END AS type_text,
            CASE WHEN d.n IS NOT NULL THEN coalesce(d.encode, CASE WHEN d.sortpos > 0 THEN 'none' ELSE {SystemViews.EncodingOf("c.type")} END) END AS encoding, d.isdist AS distkey, d.sortpos AS sortkey
        FROM (SELECT *, CASE data_type WHEN 'jsonb' THEN 'super' WHEN 'bytea' THEN 'binary varying' WHEN 'text' THEN 'character varying' ELSE data_type END AS type FROM information_schema.columns) AS c LEFT JOIN ({KnownColumns}) AS d ON d.s = c.table_schema AND d.n = c.table_name AND d.c = c.column_name WHERE c.table_schema {Own}
        """;

    const string Keys = "SELECT n.nspname AS table_schema, c.relname AS table_name, pg_get_constraintdef(k.oid) AS def FROM pg_catalog.pg_constraint AS k JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE k.contype IN ('p', 'u', 'f')";

    const string Schemas = "SELECT nspname AS schema_name FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_t%' AND nspname <> 'starlift'";

    readonly IReadOnlyList<CreateTable> _definitions = [.. definitions.Where(table => !table.Temporary)];

    /// <summary>The query that stands for a view of Redshift's; null where PostgreSQL has it, or nobody.</summary>
    /// <param name="name">In lower case, without its schema.</param>
    /// <param name="schema">pg_catalog or information_schema.</param>
    /// <param name="settings">Of the session that asks.</param>
    public string? Query(string schema, string name, SessionSettings settings) => schema == "pg_catalog"
        ? PostgresLeaderTables.Query(name) ?? new SystemViews(Tables, Columns, Schemas, Keys, SystemFunctions.Database(settings), SystemFunctions.User(settings), "SELECT unnest(current_schemas(false))").Query(name)
        : null;

    string KnownTables => Known(
        "CAST('' AS text), CAST('' AS text), CAST('' AS text), CAST('' AS text), 0",
        "s, n, diststyle, sortkey1, sortkeys",
        _definitions.Select(table => string.Create(CultureInfo.InvariantCulture, $"{Name(table)}, {Quoting.Literal(table.ShownDistribution)}, {Quoting.Literal(table.ShownSortKey)}, {table.SortKey?.Columns.Count ?? 0}")));

    string KnownColumns => Known(
        "CAST('' AS text), CAST('' AS text), CAST('' AS text), CAST('' AS text), false, 0",
        "s, n, c, encode, isdist, sortpos",
        _definitions.SelectMany(table => table.Columns.Select(column => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(table)}, {Quoting.Literal(column.Name)}, {(column.Encode is { } encoding ? Quoting.Literal(encoding.ToLowerInvariant()) : "NULL")}, {(table.DistKey == column.Name ? "true" : "false")}, {table.SortPosition(column.Name)}"))));

    // the first row gives the types, and is left out
    static string Known(string types, string names, IEnumerable<string> rows) =>
        $"SELECT * FROM (VALUES {string.Join(", ", rows.Prepend(types).Select(row => $"({row})"))}) AS v({names}) WHERE v.n <> ''";

    static string Name(CreateTable table) => $"{Quoting.Literal(table.Name.Schema ?? "public")}, {Quoting.Literal(table.Name.Name)}";
}
