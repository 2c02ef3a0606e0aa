using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Redshift's system tables as queries of DuckDB's, which knows neither lengths nor keys: what CREATE TABLE said is laid over it.</summary>
/// <param name="definitions">What is known of tables from their statements.</param>
/// <param name="written">Views, as they were written.</param>
/// <param name="settings">Of the session that asks.</param>
sealed class DuckDbSystemViews(IEnumerable<CreateTable> definitions, IReadOnlyDictionary<TableName, WrittenView> written, SessionSettings settings)
{
    /// <summary>The schema that temporary tables of the session are in, as clients see it.</summary>
    public const string TemporarySchema = "pg_temp_1";

    const string TemporaryNumber = "99999";

    // Numbers of DuckDB's are those of one database, and temporary tables are in another.
    const string FirstTemporary = "1000000000";

    // Starlift's own tables are one more schema for Starlift, whose target the server is.
    string Hidden => settings["application_name"] == "starlift" ? "" : " AND schema_name <> 'starlift'";

    string Own => $"database_name = current_database() AND NOT internal{Hidden}";

    /// <summary>The number of pg_catalog among schemas.</summary>
    public const string CatalogueNumber = "11";

    /// <summary>The number of pg_class among tables.</summary>
    public const string ClassNumber = "1259";

    const string NumberOfSchema = "CASE schema_name WHEN 'pg_catalog' THEN 11 WHEN 'main' THEN 2200 WHEN 'information_schema' THEN 11000 ELSE 100000 + oid END";

    const string SchemaOfTable = "CASE schema_name WHEN 'main' THEN 2200 ELSE 100000 + schema_oid END";

    /// <summary>A query of schemas: schema_name, oid.</summary>
    public string Schemas => $"SELECT CASE schema_name WHEN 'main' THEN 'public' ELSE schema_name END AS schema_name, {NumberOfSchema} AS oid FROM duckdb_schemas() WHERE (database_name = current_database(){Hidden} AND schema_name NOT IN ('pg_catalog', 'information_schema')) OR (database_name = 'system' AND schema_name IN ('pg_catalog', 'information_schema')) UNION ALL SELECT DISTINCT '{TemporarySchema}', {TemporaryNumber} FROM duckdb_tables() WHERE temporary";

    readonly DuckDbSessionValues _session = new(settings);

    /// <summary>The schemas of the search path, as texts.</summary>
    public string PathNames => settings.SearchPath is [_, ..] path ? string.Join(", ", path.Select(DuckDbName.Literal)) : "''";

    /// <summary>A list of the schemas of the search path that there are.</summary>
    /// <param name="before">Others before them.</param>
    public string Path(IEnumerable<string> before) =>
        $"coalesce((SELECT list(s ORDER BY i) FROM (VALUES {string.Join(", ", before.Concat(settings.SearchPath).DefaultIfEmpty("").Select((schema, i) => string.Create(CultureInfo.InvariantCulture, $"({i}, {DuckDbName.Literal(schema)})")))}) AS starlift_p(i, s) WHERE s IN ('public', 'pg_catalog') OR s IN (SELECT schema_name FROM duckdb_schemas() WHERE database_name = current_database())), [])";

    /// <summary>The schema in which tables are made whose names have none, an expression.</summary>
    public string FirstOfPath => settings.SearchPath is ["public"] ? "'public'" : $"({Path([])})[1]";

    readonly IReadOnlyList<CreateTable> _all = [.. definitions];

    readonly IReadOnlyList<CreateTable> _definitions = [.. definitions.Where(table => !table.Temporary)];

    /// <summary>A query of tables and views: table_schema, table_name, is_view, table_id, schema_id, diststyle, sortkey1, sortkey_num, tbl_rows, definition.</summary>
    public string Tables => $"""
        SELECT r.table_schema, r.table_name, r.is_view, r.table_id, r.schema_id, coalesce(d.diststyle, 'AUTO(ALL)') AS diststyle, coalesce(d.sortkey1, 'AUTO(SORTKEY)') AS sortkey1, coalesce(d.sortkeys, 0) AS sortkey_num, r.tbl_rows, coalesce(w.query, r.definition) AS definition
        FROM (SELECT CASE schema_name WHEN 'main' THEN 'public' ELSE schema_name END AS table_schema, table_name, false AS is_view, table_oid AS table_id, {SchemaOfTable} AS schema_id, estimated_size AS tbl_rows, CAST(NULL AS VARCHAR) AS definition FROM duckdb_tables() WHERE {Own} AND NOT temporary
            UNION ALL SELECT '{TemporarySchema}', table_name, false, {FirstTemporary} + table_oid, {TemporaryNumber}, estimated_size, NULL FROM duckdb_tables() WHERE temporary
            UNION ALL SELECT CASE WHEN schema_name <> 'main' THEN schema_name WHEN view_name {OfSystem} THEN 'pg_catalog' ELSE 'public' END, view_name, true, view_oid, CASE WHEN schema_name = 'main' AND view_name {OfSystem} THEN 11 ELSE {SchemaOfTable} END, 0, {ViewText} FROM duckdb_views() WHERE {Own} AND NOT temporary) AS r
        LEFT JOIN ({KnownTables}) AS d ON d.s = r.table_schema AND d.n = r.table_name
        LEFT JOIN ({KnownViews}) AS w ON w.s = r.table_schema AND w.n = r.table_name AND r.is_view
        """;

    /// <summary>A query of their columns.</summary>
    public string Columns => $"""
        SELECT c.table_schema, c.table_name, c.column_name, c.ordinal_position, c.column_default, c.is_nullable, c.data_type, c.character_maximum_length, c.numeric_precision, c.numeric_scale,
            c.data_type || CASE WHEN c.data_type IN ('character', 'character varying') THEN '(' || c.character_maximum_length || ')' WHEN c.data_type = 'numeric' THEN '(' || c.numeric_precision || ',' || c.numeric_scale || ')' ELSE '' END AS type_text,
            coalesce(c.encode, CASE WHEN c.sortkey <> 0 THEN 'none' ELSE {SystemViews.EncodingOf("c.data_type")} END) AS encoding, c.distkey, c.sortkey, c.table_id
        FROM (SELECT CASE WHEN e.database_name = 'temp' THEN '{TemporarySchema}' WHEN e.schema_name <> 'main' THEN e.schema_name WHEN e.table_name {OfSystem} THEN 'pg_catalog' ELSE 'public' END AS table_schema, e.table_name, e.column_name, CAST(e.column_index AS INTEGER) AS ordinal_position, coalesce(d.def, CASE WHEN d.s IS NULL THEN e.column_default END) AS column_default, e.is_nullable,
            coalesce(d.t, CASE WHEN e.data_type LIKE 'DECIMAL%' OR e.data_type = 'HUGEINT' THEN 'numeric' ELSE m.shown END, lower(e.data_type)) AS data_type,
            coalesce(d.len, CASE WHEN e.data_type = 'VARCHAR' THEN 65535 END) AS character_maximum_length,
            CAST(CASE WHEN e.data_type = 'FLOAT' THEN 24 WHEN e.data_type = 'DOUBLE' THEN 53 ELSE e.numeric_precision END AS INTEGER) AS numeric_precision,
            CAST(CASE WHEN e.data_type NOT IN ('FLOAT', 'DOUBLE') THEN e.numeric_scale END AS INTEGER) AS numeric_scale,
            d.encode, coalesce(d.isdist, false) AS distkey, coalesce(d.sortpos, 0) AS sortkey, e.table_oid + CASE e.database_name WHEN 'temp' THEN {FirstTemporary} ELSE 0 END AS table_id
          FROM duckdb_columns() AS e
          LEFT JOIN (VALUES ('BOOLEAN', 'boolean'), ('TINYINT', 'smallint'), ('SMALLINT', 'smallint'), ('INTEGER', 'integer'), ('BIGINT', 'bigint'), ('FLOAT', 'real'), ('DOUBLE', 'double precision'), ('VARCHAR', 'character varying'), ('DATE', 'date'), ('TIME', 'time without time zone'), ('TIME WITH TIME ZONE', 'time with time zone'), ('TIMESTAMP', 'timestamp without time zone'), ('TIMESTAMP WITH TIME ZONE', 'timestamp with time zone'), ('JSON', 'super'), ('BLOB', 'binary varying')) AS m(duck, shown) ON m.duck = e.data_type
          LEFT JOIN ({KnownColumns}) AS d ON d.s = CASE WHEN e.database_name = 'temp' THEN '{TemporarySchema}' WHEN e.schema_name = 'main' THEN 'public' ELSE e.schema_name END AND d.n = e.table_name AND d.c = e.column_name
          WHERE e.database_name IN (current_database(), 'temp') AND NOT e.internal{Hidden}) AS c
        """;

    /// <summary>The query that stands for a table of the system; null where DuckDB has it, or nobody.</summary>
    /// <param name="schema">pg_catalog or information_schema.</param>
    /// <param name="name">In lower case.</param>
    public string? Query(string schema, string name) => (schema, name) switch
    {
        ("information_schema", "tables") => Views.Query("svv_tables"),
        ("information_schema", "columns") => Views.Query("svv_columns"),
        ("information_schema", "views") => $"SELECT {_session.Database} AS table_catalog, t.table_schema, t.table_name, t.definition AS view_definition FROM ({Tables}) AS t WHERE t.is_view",
        ("information_schema", "schemata") => $"SELECT {_session.Database} AS catalog_name, s.schema_name, {_session.User} AS schema_owner FROM ({Schemas}) AS s",
        ("information_schema", "table_constraints") => $"SELECT {_session.Database} AS constraint_catalog, t.table_schema AS constraint_schema, k.conname AS constraint_name, {_session.Database} AS table_catalog, t.table_schema, t.table_name, CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' ELSE 'FOREIGN KEY' END AS constraint_type FROM ({Keys.Query}) AS k JOIN ({Tables}) AS t ON t.table_id = k.conrelid",
        ("information_schema", "key_column_usage") => $"SELECT {_session.Database} AS constraint_catalog, t.table_schema AS constraint_schema, k.conname AS constraint_name, {_session.Database} AS table_catalog, t.table_schema, t.table_name, c.column_name, CAST(k.place AS INTEGER) AS ordinal_position FROM (SELECT *, unnest(conkey) AS number, generate_subscripts(conkey, 1) AS place FROM ({Keys.Query})) AS k JOIN ({Tables}) AS t ON t.table_id = k.conrelid JOIN ({Columns}) AS c ON c.table_id = t.table_id AND c.ordinal_position = k.number",
        ("pg_catalog", _) when new DuckDbLeaderTables(this, Keys, _session).Query(name) is { } query => query,
        _ => Views.Query(name),
    };

    /// <summary>The number of a table by its name, which may have a schema: a text as regclass.</summary>
    public string RelationOf(string name)
    {
        var parts = name.Split('.').Select(part => part.Trim('"')).ToArray();
        if (LeaderTables.Find(parts[^1]) is not null && (parts.Length == 1 || parts[^2] == "pg_catalog"))
        {
            return NumberOf(parts[^1]);
        }

        var schema = parts.Length == 1 ? $" AND (t.table_schema = '{TemporarySchema}' OR t.table_schema IN ({PathNames}))" : $" AND t.table_schema = {DuckDbName.Literal(parts[^2])}";
        return $"coalesce((SELECT t.table_id FROM ({Tables}) AS t WHERE t.table_name = {DuckDbName.Literal(parts[^1])}{schema} {Nearest("t")} LIMIT 1), CAST(error({DuckDbName.Literal($"relation \"{string.Join('.', parts)}\" does not exist")}) AS BIGINT))";
    }

    /// <summary>The number of a table by its name, an expression.</summary>
    /// <param name="name">May have a schema, and quotes.</param>
    public Fragment RelationOf(Fragment name)
    {
        Fragment plain = $"replace({name.Bare}, '\"', '')";
        return $"(SELECT starlift_t.table_id FROM ({Tables}) AS starlift_t WHERE {plain} = starlift_t.table_schema || '.' || starlift_t.table_name OR {plain} = starlift_t.table_name AND starlift_t.table_schema IN ('{TemporarySchema}', {PathNames}) {Nearest("starlift_t")} LIMIT 1)";
    }

    /// <summary>The end of a condition: no table of that name is in a schema before it.</summary>
    public string IsNearest(string table) => settings.SearchPath.Count == 1 ? "" : $" AND ({table}.table_schema, {table}.table_name) IN (SELECT arg_min(starlift_n.table_schema, list_position([{PathNames}], starlift_n.table_schema)), starlift_n.table_name FROM ({Tables}) AS starlift_n WHERE starlift_n.table_schema IN ({PathNames}) GROUP BY starlift_n.table_name)";

    // temporary tables come first, then the schemas in the path's order
    string Nearest(string table) => $"ORDER BY coalesce(list_position(['{TemporarySchema}', {PathNames}], {table}.table_schema), 99)";

    /// <summary>The name of a table by its number, an expression: regclass as a text.</summary>
    public Fragment NameOf(Fragment number) =>
        $"(SELECT max(CASE WHEN starlift_t.table_schema IN ({PathNames}) THEN '' ELSE starlift_t.table_schema || '.' END || starlift_t.table_name) FROM ({Tables}) AS starlift_t WHERE starlift_t.table_id = {number})";

    /// <summary>The number of a table of pg_catalog.</summary>
    public static string NumberOf(string table) => table switch
    {
        "pg_type" => "1247",
        "pg_attribute" => "1249",
        "pg_proc" => "1255",
        "pg_class" => ClassNumber,
        "pg_database" => "1262",
        "pg_attrdef" => "2604",
        "pg_depend" => "2608",
        "pg_rewrite" => "2618",
        "pg_constraint" => "2606",
        "pg_namespace" => "2615",
        _ => string.Create(CultureInfo.InvariantCulture, $"{4000 + LeaderTables.Names.Order(StringComparer.Ordinal).ToList().IndexOf(table)}"),
    };

    // DuckDB keeps a view as the whole statement
    const string ViewText = "regexp_replace(sql, '(?is)^CREATE (OR REPLACE )?(TEMP(ORARY)? )?VIEW .*? AS ', '')";

    SystemViews Views => new(
        Tables, Columns, Schemas, $"SELECT t.table_schema, t.table_name, k.def FROM ({Keys.Query}) AS k JOIN ({Tables}) AS t ON t.table_id = k.conrelid", _session.Database, _session.User, PathNames);

    DuckDbKeys Keys => field ??= new DuckDbKeys(_definitions, Tables);

    // Starlift's own of loads, which belong to the system on Redshift
    const string OfSystem = "IN ('stl_load_errors', 'sys_load_error_detail', 'stl_load_commits', 'sys_load_history')";

    string KnownViews => written.Count == 0
        ? "SELECT '' AS s, '' AS n, '' AS query WHERE false"
        : $"SELECT * FROM (VALUES {string.Join(", ", written.Select(view => $"({DuckDbName.Literal(view.Key.Schema ?? "public")}, {DuckDbName.Literal(view.Key.Name)}, {DuckDbName.Literal(view.Value.Query)})"))}) AS v(s, n, query)";

    /// <summary>
    /// A query of what views read: view_id, table_id. A table without a schema is looked up where the session looks.
    /// </summary>
    public string Dependencies
    {
        get
        {
            var path = settings.SearchPath;
            var reads = written.SelectMany(view => view.Value.Reads.SelectMany((table, i) => (table.Schema is { } schema ? [schema] : path).Select((schema, place) => (view.Key, table.Name, Schema: schema, Index: i, Place: place)))).ToList();
            return reads.Count == 0
                ? "SELECT 0 AS view_id, 0 AS table_id WHERE false"
                : $"""
                    SELECT v.table_id AS view_id, t.table_id FROM (VALUES {string.Join(", ", reads.Select(read => string.Create(CultureInfo.InvariantCulture, $"({DuckDbName.Literal(read.Key.Schema ?? "public")}, {DuckDbName.Literal(read.Key.Name)}, {DuckDbName.Literal(read.Schema)}, {DuckDbName.Literal(read.Name)}, {read.Index}, {read.Place})")))}) AS r(s, n, ts, tn, i, place)
                    JOIN ({Tables}) AS v ON v.table_schema = r.s AND v.table_name = r.n AND v.is_view JOIN ({Tables}) AS t ON t.table_schema = r.ts AND t.table_name = r.tn
                    QUALIFY row_number() OVER (PARTITION BY r.s, r.n, r.i ORDER BY r.place) = 1
                    """;
        }
    }

    string KnownTables => _definitions.Count == 0
        ? "SELECT '' AS s, '' AS n, '' AS diststyle, '' AS sortkey1, 0 AS sortkeys WHERE false"
        : $"SELECT * FROM (VALUES {string.Join(", ", _definitions.Select(Table))}) AS v(s, n, diststyle, sortkey1, sortkeys)";

    string KnownColumns => _all.All(table => table.Columns.Count == 0)
        ? "SELECT '' AS s, '' AS n, '' AS c, '' AS t, 0 AS len, '' AS def, '' AS encode, false AS isdist, 0 AS sortpos WHERE false"
        : $"SELECT * FROM (VALUES {string.Join(", ", _all.SelectMany(table => table.Columns.Select(column => Column(table, column))))}) AS v(s, n, c, t, len, def, encode, isdist, sortpos)";

    static string Table(CreateTable table)
    {
        return string.Create(
            CultureInfo.InvariantCulture,
            $"({Schema(table)}, {DuckDbName.Literal(table.Name.Name)}, {DuckDbName.Literal(table.ShownDistribution)}, {DuckDbName.Literal(table.ShownSortKey)}, {table.SortKey?.Columns.Count ?? 0})");
    }

    static string Column(CreateTable table, Starlift.Sql.ColumnDefinition column)
    {
        var type = column.Type.ToDataType();
        var name = TypeNames.Bare(type.Kind);
        var byDefault = column.Identity is { } identity ? DuckDbName.Literal(string.Create(CultureInfo.InvariantCulture, $"\"identity\"(0, {table.Columns.ToList().IndexOf(column)}, '{identity.Seed},{identity.Step}'::text)")) : column.Default is null ? "NULL" : DuckDbName.Literal(column.Type.IsCharacter && column.Default.StartsWith('\'') ? $"{column.Default}::character varying" : column.Default);
        var position = table.SortPosition(column.Name);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"({Schema(table)}, {DuckDbName.Literal(table.Name.Name)}, {DuckDbName.Literal(column.Name)}, {DuckDbName.Literal(name)}, {(type.IsText || type.Kind == TypeKind.Varbyte ? type.Length.ToString(CultureInfo.InvariantCulture) : "NULL")}, {byDefault}, {(column.Encode is null ? "NULL" : DuckDbName.Literal(column.Encode.ToLowerInvariant()))}, {(table.DistKey == column.Name ? "true" : "false")}, {position})");
    }

    static string Schema(CreateTable table) => DuckDbName.Literal(table.Temporary ? TemporarySchema : table.Name.Schema ?? "public");
}
