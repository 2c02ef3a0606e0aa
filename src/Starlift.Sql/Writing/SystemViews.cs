namespace Starlift.Sql.Writing;

/// <summary>
/// Redshift's own views of tables and columns as queries of what an engine knows of them (Amazon Redshift: "SVV metadata views", "PG_TABLE_DEF",
/// "SVV_TABLE_INFO").
/// </summary>
/// <param name="Tables">A query of tables and views: table_schema, table_name, is_view, table_id, diststyle, sortkey1, sortkey_num, tbl_rows, definition.</param>
/// <param name="Columns">
/// A query of their columns: table_schema, table_name, column_name, ordinal_position, column_default, is_nullable, data_type,
/// character_maximum_length, numeric_precision, numeric_scale, type_text, encoding, distkey, sortkey.
/// </param>
/// <param name="Schemas">A query of schemas: schema_name.</param>
/// <param name="Keys">A query of keys and references: table_schema, table_name, def.</param>
/// <param name="Database">An expression: the database as the client knows it.</param>
/// <param name="User">An expression: the user.</param>
/// <param name="Path">The schemas of the search path, as IN takes them between its brackets.</param>
public sealed record SystemViews(string Tables, string Columns, string Schemas, string Keys, string Database, string User, string Path)
{
    const string YesOrNo = "CASE WHEN c.is_nullable THEN 'YES' ELSE 'NO' END AS is_nullable";
    const string Numbers = "c.data_type, c.character_maximum_length, c.numeric_precision, c.numeric_scale";
    const string Kind = "CASE WHEN t.is_view THEN 'VIEW' ELSE 'TABLE' END AS table_type";

    /// <summary>What stands for the view; null of one that isn't known.</summary>
    /// <param name="name">In lower case, without its schema.</param>
    public string? Query(string name) => name switch
    {
        "svv_tables" => $"SELECT {Database} AS table_catalog, t.table_schema, t.table_name, CASE WHEN t.is_view THEN 'VIEW' WHEN left(t.table_schema, 8) = 'pg_temp_' THEN 'LOCAL TEMPORARY' ELSE 'BASE TABLE' END AS table_type, CAST(NULL AS VARCHAR) AS remarks FROM ({Tables}) AS t",
        "svv_columns" => $"SELECT {Database} AS table_catalog, c.table_schema, c.table_name, c.column_name, c.ordinal_position, c.column_default, {YesOrNo}, {Numbers}, CAST(NULL AS VARCHAR) AS remarks FROM ({Columns}) AS c",
        "svv_all_tables" or "svv_redshift_tables" or "svv_starlift_tables" => $"SELECT {Database} AS database_name, t.table_schema AS schema_name, t.table_name, {Kind}, CAST(NULL AS VARCHAR) AS table_acl, CAST(NULL AS VARCHAR) AS remarks, {User} AS table_owner, CASE WHEN NOT t.is_view THEN replace(t.diststyle, 'AUTO(', 'AUTO (') END AS dist_style, CASE WHEN t.is_view THEN 'REGULAR VIEW' ELSE 'REGULAR TABLE' END AS table_subtype FROM ({Tables}) AS t",
        "svv_all_columns" or "svv_redshift_columns" => $"SELECT {Database} AS database_name, c.table_schema AS schema_name, c.table_name, c.column_name, c.ordinal_position, c.column_default, {YesOrNo}, {Numbers}, CAST(NULL AS VARCHAR) AS column_acl, CAST(NULL AS VARCHAR) AS remarks, c.encoding, c.distkey, c.sortkey FROM ({Columns}) AS c",
        "svv_all_schemas" or "svv_redshift_schemas" => $"SELECT {Database} AS database_name, s.schema_name, 100 AS schema_owner, 'local' AS schema_type, CAST(NULL AS VARCHAR) AS schema_acl, CAST(NULL AS VARCHAR) AS source_database, CAST(NULL AS VARCHAR) AS schema_option FROM ({Schemas}) AS s",
        "svv_redshift_databases" => $"SELECT {Database} AS database_name, 100 AS database_owner, 'local' AS database_type, CAST(NULL AS VARCHAR) AS database_acl, CAST(NULL AS VARCHAR) AS database_options, 'Snapshot Isolation' AS database_isolation_level",
        "svv_starlift_definitions" => Definitions,
        "pg_table_def" => $"""SELECT c.table_schema AS schemaname, c.table_name AS tablename, c.column_name AS "column", c.type_text AS "type", c.encoding, c.distkey, c.sortkey, NOT c.is_nullable AS notnull FROM ({Columns}) AS c WHERE c.table_schema IN ({Path}) OR c.table_schema = 'pg_catalog' OR left(c.table_schema, 8) = 'pg_temp_'""",
        "svv_table_info" => TableInfo,
        _ => null,
    };

    // as SHOW TABLE and SHOW VIEW print them
    string Definitions => $"""
        SELECT t.table_schema AS schema_name, t.table_name, 'CREATE TABLE ' || t.table_schema || '.' || t.table_name || ' (' || chr(10)
            || (SELECT string_agg({Column}, ',' || chr(10) ORDER BY c.ordinal_position) FROM ({Columns}) AS c WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name)
            || coalesce((SELECT string_agg(',' || chr(10) || '    ' || k.def, '') FROM ({Keys}) AS k WHERE k.table_schema = t.table_schema AND k.table_name = t.table_name), '') || chr(10) || ')' || chr(10)
            || coalesce('DISTSTYLE ' || CASE WHEN t.diststyle LIKE 'KEY%' THEN 'KEY' WHEN t.diststyle LIKE 'AUTO%' THEN 'AUTO' ELSE t.diststyle END, '')
            || coalesce((SELECT chr(10) || 'SORTKEY ( ' || string_agg(c.column_name, ', ' ORDER BY c.sortkey) || ' )' FROM ({Columns}) AS c WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.sortkey > 0), '') || ';' AS table_definition,
            'CREATE OR REPLACE VIEW ' || t.table_schema || '.' || t.table_name || ' AS ' || t.definition AS view_definition
        FROM ({Tables}) AS t
        """;

    const string Column = """
        '    ' || c.column_name || ' ' || c.type_text || CASE WHEN c.is_nullable THEN '' ELSE ' NOT NULL' END
            || CASE WHEN c.column_default LIKE '"identity"(%' THEN ' identity(' || split_part(c.column_default, chr(39), 2) || ')' WHEN c.column_default IS NOT NULL THEN ' DEFAULT ' || c.column_default ELSE '' END
            || coalesce(' ENCODE ' || CASE c.encoding WHEN 'none' THEN 'raw' ELSE c.encoding END, '') || CASE WHEN c.distkey THEN ' distkey' ELSE '' END
        """;

    // tables without rows are left out
    string TableInfo => $"""
        SELECT {Database} AS "database", t.table_schema AS "schema", t.table_id, t.table_name AS "table", 'Y' AS encoded, t.diststyle, t.sortkey1,
            (SELECT max(c.character_maximum_length) FROM ({Columns}) AS c WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name) AS max_varchar,
            CAST(NULL AS VARCHAR) AS sortkey1_enc, t.sortkey_num, CAST(NULL AS BIGINT) AS size, CAST(NULL AS NUMERIC(10,4)) AS pct_used, 0 AS "empty", CAST(NULL AS NUMERIC(5,2)) AS unsorted,
            CAST(NULL AS NUMERIC(5,2)) AS stats_off, CAST(t.tbl_rows AS NUMERIC(38,0)) AS tbl_rows, CAST(NULL AS NUMERIC(19,2)) AS skew_sortkey1, CAST(NULL AS NUMERIC(19,2)) AS skew_rows,
            CAST(t.tbl_rows AS NUMERIC(38,0)) AS estimated_visible_rows
        FROM ({Tables}) AS t WHERE NOT t.is_view AND t.tbl_rows > 0
        """;

    /// <summary>The compression that a column has for whose statement names none (Amazon Redshift: "ENCODE AUTO").</summary>
    /// <param name="type">An expression: the column's type.</param>
    public static string EncodingOf(string type) =>
        $"CASE WHEN {type} IN ('smallint', 'integer', 'bigint', 'numeric', 'date', 'timestamp without time zone', 'timestamp with time zone', 'time without time zone', 'time with time zone') THEN 'az64' WHEN {type} IN ('character', 'character varying') THEN 'lzo' ELSE 'none' END";
}
