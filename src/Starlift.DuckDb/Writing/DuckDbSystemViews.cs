using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Redshift's system tables as queries of DuckDB's, which knows neither lengths nor keys: what CREATE TABLE said is laid over it.</summary>
/// <param name="definitions">What is known of tables from their statements.</param>
sealed class DuckDbSystemViews(IEnumerable<CreateTable> definitions)
{
    const string Own = "database_name = current_database() AND NOT internal AND schema_name <> 'starlift'";

    /// <summary>The number of each type, its name in pg_type, and the one by which it is shown.</summary>
    static readonly (int Oid, string Name, string Shown)[] Numbers =
    [
        (16, "bool", "boolean"), (18, "char", "\"char\""), (19, "name", "name"), (20, "int8", "bigint"), (21, "int2", "smallint"), (23, "int4", "integer"), (25, "text", "text"),
        (26, "oid", "oid"), (700, "float4", "real"), (701, "float8", "double precision"), (1042, "bpchar", "character"), (1043, "varchar", "character varying"),
        (1082, "date", "date"), (1083, "time", "time without time zone"), (1114, "timestamp", "timestamp without time zone"), (1184, "timestamptz", "timestamp with time zone"),
        (1186, "interval", "interval"), (1266, "timetz", "time with time zone"), (1700, "numeric", "numeric"), (4000, "super", "super"), (6551, "varbyte", "binary varying"),
    ];

    static string Types => $"SELECT * FROM (VALUES {string.Join(", ", Numbers.Select(type => $"({type.Oid.ToString(CultureInfo.InvariantCulture)}, '{type.Name}', '{type.Shown}')"))}) AS y(oid, typname, shown)";

    const string Schemas = "SELECT CASE schema_name WHEN 'main' THEN 'public' ELSE schema_name END AS schema_name, oid FROM duckdb_schemas() WHERE (database_name = current_database() AND schema_name <> 'starlift' AND schema_name NOT IN ('pg_catalog', 'information_schema')) OR (database_name = 'system' AND schema_name IN ('pg_catalog', 'information_schema'))";

    readonly IReadOnlyList<CreateTable> _definitions = [.. definitions.Where(table => !table.Temporary)];

    string Tables => $"""
        SELECT r.table_schema, r.table_name, r.is_view, r.table_id, r.schema_id, coalesce(d.diststyle, 'AUTO(ALL)') AS diststyle, coalesce(d.sortkey1, 'AUTO(SORTKEY)') AS sortkey1, coalesce(d.sortkeys, 0) AS sortkey_num, r.tbl_rows
        FROM (SELECT CASE schema_name WHEN 'main' THEN 'public' ELSE schema_name END AS table_schema, table_name, false AS is_view, table_oid AS table_id, schema_oid AS schema_id, estimated_size AS tbl_rows FROM duckdb_tables() WHERE {Own} AND NOT temporary
            UNION ALL SELECT CASE schema_name WHEN 'main' THEN 'public' ELSE schema_name END, view_name, true, view_oid, schema_oid, 0 FROM duckdb_views() WHERE {Own} AND NOT temporary) AS r
        LEFT JOIN ({KnownTables}) AS d ON d.s = r.table_schema AND d.n = r.table_name
        """;

    string Columns => $"""
        SELECT c.table_schema, c.table_name, c.column_name, c.ordinal_position, c.column_default, c.is_nullable, c.data_type, c.character_maximum_length, c.numeric_precision, c.numeric_scale,
            c.data_type || CASE WHEN c.data_type IN ('character', 'character varying') THEN '(' || c.character_maximum_length || ')' WHEN c.data_type = 'numeric' THEN '(' || c.numeric_precision || ',' || c.numeric_scale || ')' ELSE '' END AS type_text,
            coalesce(c.encode, CASE WHEN c.sortkey <> 0 THEN 'none' ELSE {SystemViews.EncodingOf("c.data_type")} END) AS encoding, c.distkey, c.sortkey, c.table_id
        FROM (SELECT CASE e.schema_name WHEN 'main' THEN 'public' ELSE e.schema_name END AS table_schema, e.table_name, e.column_name, CAST(e.column_index AS INTEGER) AS ordinal_position, coalesce(d.def, CASE WHEN d.s IS NULL THEN e.column_default END) AS column_default, e.is_nullable,
            coalesce(d.t, CASE WHEN e.data_type LIKE 'DECIMAL%' OR e.data_type = 'HUGEINT' THEN 'numeric' ELSE m.shown END, lower(e.data_type)) AS data_type,
            coalesce(d.len, CASE WHEN e.data_type = 'VARCHAR' THEN 65535 END) AS character_maximum_length,
            CAST(CASE WHEN e.data_type = 'FLOAT' THEN 24 WHEN e.data_type = 'DOUBLE' THEN 53 ELSE e.numeric_precision END AS INTEGER) AS numeric_precision,
            CAST(CASE WHEN e.data_type NOT IN ('FLOAT', 'DOUBLE') THEN e.numeric_scale END AS INTEGER) AS numeric_scale,
            d.encode, coalesce(d.isdist, false) AS distkey, coalesce(d.sortpos, 0) AS sortkey, e.table_oid AS table_id
          FROM duckdb_columns() AS e
          LEFT JOIN (VALUES ('BOOLEAN', 'boolean'), ('TINYINT', 'smallint'), ('SMALLINT', 'smallint'), ('INTEGER', 'integer'), ('BIGINT', 'bigint'), ('FLOAT', 'real'), ('DOUBLE', 'double precision'), ('VARCHAR', 'character varying'), ('DATE', 'date'), ('TIME', 'time without time zone'), ('TIME WITH TIME ZONE', 'time with time zone'), ('TIMESTAMP', 'timestamp without time zone'), ('TIMESTAMP WITH TIME ZONE', 'timestamp with time zone'), ('JSON', 'super'), ('BLOB', 'binary varying')) AS m(duck, shown) ON m.duck = e.data_type
          LEFT JOIN ({KnownColumns}) AS d ON d.s = CASE e.schema_name WHEN 'main' THEN 'public' ELSE e.schema_name END AND d.n = e.table_name AND d.c = e.column_name
          WHERE e.database_name = current_database() AND NOT e.internal AND e.schema_name <> 'starlift') AS c
        """;

    /// <summary>The query that stands for a table of the system; null where DuckDB has it, or nobody.</summary>
    /// <param name="schema">pg_catalog or information_schema.</param>
    /// <param name="name">In lower case.</param>
    public string? Query(string schema, string name) => (schema, name) switch
    {
        ("information_schema", "tables") => new SystemViews(Tables, Columns, Schemas).Query("svv_tables"),
        ("information_schema", "columns") => new SystemViews(Tables, Columns, Schemas).Query("svv_columns"),
        ("information_schema", "views") => $"SELECT current_database() AS table_catalog, t.table_schema, t.table_name, v.sql AS view_definition FROM ({Tables}) AS t JOIN duckdb_views() AS v ON v.view_oid = t.table_id AND v.database_name = current_database() WHERE t.is_view",
        ("information_schema", "schemata") => $"SELECT current_database() AS catalog_name, s.schema_name FROM ({Schemas}) AS s",
        (_, "pg_tables") => $"SELECT t.table_schema AS schemaname, t.table_name AS tablename, current_user() AS tableowner FROM ({Tables}) AS t WHERE NOT t.is_view",
        (_, "pg_views") => $"SELECT t.table_schema AS schemaname, t.table_name AS viewname, current_user() AS viewowner, v.sql AS definition FROM ({Tables}) AS t JOIN duckdb_views() AS v ON v.view_oid = t.table_id AND v.database_name = current_database() WHERE t.is_view",
        (_, "pg_namespace") => $"SELECT s.oid, s.schema_name AS nspname, 100 AS nspowner, CAST(NULL AS VARCHAR) AS nspacl FROM ({Schemas}) AS s",
        (_, "pg_class") => $"SELECT t.table_id AS oid, t.table_name AS relname, t.schema_id AS relnamespace, CASE WHEN t.is_view THEN 'v' ELSE 'r' END AS relkind, 100 AS relowner, 0 AS reltype, 0 AS relpages, t.tbl_rows AS reltuples, CAST(NULL AS VARCHAR) AS relacl, false AS relhasindex, false AS relhasrules, (SELECT CAST(count(*) AS SMALLINT) FROM duckdb_columns() AS k WHERE k.table_oid = t.table_id AND k.database_name = current_database()) AS relnatts FROM ({Tables}) AS t",
        (_, "pg_attribute") => $"SELECT c.table_id AS attrelid, c.column_name AS attname, y.oid AS atttypid, CAST(c.ordinal_position AS SMALLINT) AS attnum, {Modifier} AS atttypmod, NOT c.is_nullable AS attnotnull, c.column_default IS NOT NULL AS atthasdef, false AS attisdropped, c.distkey AS attisdistkey, c.sortkey AS attsortkeyord FROM ({Columns}) AS c LEFT JOIN ({Types}) AS y ON y.shown = c.data_type",
        (_, "pg_type") => $"SELECT y.oid, y.typname, (SELECT s.oid FROM ({Schemas}) AS s WHERE s.schema_name = 'pg_catalog') AS typnamespace, 100 AS typowner, CAST(-1 AS SMALLINT) AS typlen, 'b' AS typtype, true AS typisdefined, ',' AS typdelim, 0 AS typrelid, 0 AS typelem, 0 AS typreceive, false AS typnotnull, 0 AS typbasetype, -1 AS typtypmod, 0 AS typndims FROM ({Types}) AS y",
        (_, "pg_user") => "SELECT current_user() AS usename, 100 AS usesysid, true AS usecreatedb, true AS usesuper, false AS usecatupd, '********' AS passwd, CAST(NULL AS TIMESTAMP) AS valuntil, CAST(NULL AS VARCHAR) AS useconfig",
        _ => new SystemViews(Tables, Columns, Schemas).Query(name),
    };

    /// <summary>The number of a table by its name, which may have a schema: a text as regclass.</summary>
    public string RelationOf(string name)
    {
        var parts = name.Split('.').Select(part => part.Trim('"')).ToArray();
        var schema = parts.Length > 1 ? $" AND t.table_schema = {DuckDbName.Literal(parts[^2])}" : "";
        return $"(SELECT t.table_id FROM ({Tables}) AS t WHERE t.table_name = {DuckDbName.Literal(parts[^1])}{schema} ORDER BY t.table_schema <> 'public' LIMIT 1)";
    }

    /// <summary>FORMAT_TYPE: the name of a type by its number, with its length or precision.</summary>
    public static Fragment Format(CallText call)
    {
        var names = Fragment.Join("", Numbers.Select(type => Fragment.Of(string.Create(CultureInfo.InvariantCulture, $" WHEN {type.Oid} THEN '{type.Shown}'"))));
        Fragment length = $"CASE WHEN {call[0]} IN (1042, 1043) AND {call[1]} > 4 THEN '(' || ({call[1]} - 4) || ')' WHEN {call[0]} = 1700 AND {call[1]} > 4 THEN '(' || (({call[1]} - 4) >> 16) || ',' || (({call[1]} - 4) & 65535) || ')' ELSE '' END";
        return $"(CASE {call[0]}{names} ELSE '???' END || {length})";
    }

    const string Modifier = "CASE WHEN c.data_type IN ('character', 'character varying') THEN c.character_maximum_length + 4 WHEN c.data_type = 'numeric' THEN (c.numeric_precision << 16) + c.numeric_scale + 4 ELSE -1 END";

    string KnownTables => _definitions.Count == 0
        ? "SELECT '' AS s, '' AS n, '' AS diststyle, '' AS sortkey1, 0 AS sortkeys WHERE false"
        : $"SELECT * FROM (VALUES {string.Join(", ", _definitions.Select(Table))}) AS v(s, n, diststyle, sortkey1, sortkeys)";

    string KnownColumns => _definitions.All(table => table.Columns.Count == 0)
        ? "SELECT '' AS s, '' AS n, '' AS c, '' AS t, 0 AS len, '' AS def, '' AS encode, false AS isdist, 0 AS sortpos WHERE false"
        : $"SELECT * FROM (VALUES {string.Join(", ", _definitions.SelectMany(table => table.Columns.Select(column => Column(table, column))))}) AS v(s, n, c, t, len, def, encode, isdist, sortpos)";

    static string Table(CreateTable table)
    {
        var style = table.DistKey is { } key ? $"KEY({key})" : table.DistStyle?.ToUpperInvariant() switch { null or "AUTO" => "AUTO(ALL)", var other => other };
        var sort = table.SortKey is { Columns: [var first, ..] } ? first : "AUTO(SORTKEY)";
        return string.Create(CultureInfo.InvariantCulture, $"({Schema(table)}, {DuckDbName.Literal(table.Name.Name)}, {DuckDbName.Literal(style)}, {DuckDbName.Literal(sort)}, {table.SortKey?.Columns.Count ?? 0})");
    }

    static string Column(CreateTable table, ColumnDefinition column)
    {
        var type = column.Type.ToDataType();
        var name = TypeNames.Bare(type.Kind);
        var byDefault = column.Default is null ? "NULL" : DuckDbName.Literal(column.Type.IsCharacter && column.Default.StartsWith('\'') ? $"{column.Default}::character varying" : column.Default);
        var position = 1 + (table.SortKey?.Columns.ToList().IndexOf(column.Name) ?? -1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"({Schema(table)}, {DuckDbName.Literal(table.Name.Name)}, {DuckDbName.Literal(column.Name)}, {DuckDbName.Literal(name)}, {(type.IsText || type.Kind == TypeKind.Varbyte ? type.Length.ToString(CultureInfo.InvariantCulture) : "NULL")}, {byDefault}, {(column.Encode is null ? "NULL" : DuckDbName.Literal(column.Encode.ToLowerInvariant()))}, {(table.DistKey == column.Name ? "true" : "false")}, {position})");
    }

    static string Schema(CreateTable table) => DuckDbName.Literal(table.Name.Schema ?? "public");
}
