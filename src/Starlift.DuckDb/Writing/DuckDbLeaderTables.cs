using System.Globalization;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;

namespace Starlift.DuckDb.Writing;

/// <summary>
/// The tables of pg_catalog (<see cref="LeaderTables"/>) as queries. Each column is an expression here, or has the value that it has where there is nothing to say: NULL,
/// false or 0.
/// </summary>
/// <param name="views">What there is.</param>
/// <param name="keys">The keys of tables.</param>
/// <param name="session">Who asks.</param>
sealed class DuckDbLeaderTables(DuckDbSystemViews views, DuckDbKeys keys, DuckDbSessionValues session)
{
    /// <summary>The number of the one user that there is.</summary>
    public const string UserNumber = "100";

    // What a view shows is a rule of its own, which has a number beside the view's.
    const string Rules = "1000000000";

    const string Nothing = "(SELECT 1) AS nothing WHERE false";

    /// <summary>The query that stands for the table; null of what is none of these.</summary>
    /// <param name="name">In lower case, without its schema.</param>
    public string? Query(string name) => LeaderTables.IsView(name) || LeaderTables.Find(name) is not { } columns ? null : name switch
    {
        "pg_namespace" => Select(columns, $"({views.Schemas}) AS s", "oid", "s.oid", "nspname", "s.schema_name", "nspowner", UserNumber),
        "pg_class" => Select(
            columns, $"({views.Tables}) AS t", "oid", "t.table_id", "relname", "t.table_name", "relnamespace", "t.schema_id", "relowner", UserNumber, "relfilenode", "t.table_id", "reltuples", "t.tbl_rows",
            "relkind", "CASE WHEN t.is_view THEN 'v' ELSE 'r' END", "relnatts", Count, "relhaspkey", $"t.table_id IN (SELECT k.conrelid FROM ({keys.Query}) AS k WHERE k.contype = 'p')",
            "reldiststyle", Style, "relpersistence", "'p'", "relispopulated", "true", "relreplident", "'n'"),
        "pg_class_info" => Select(
            columns, $"({views.Tables}) AS t", "reloid", "t.table_id", "relname", "t.table_name", "relnamespace", "t.schema_id", "relowner", UserNumber, "reltuples", "t.tbl_rows", "relkind", "CASE WHEN t.is_view THEN 'v' ELSE 'r' END",
            "relnatts", Count, "reldiststyle", Style, "releffectivediststyle", Style, "relcreationtime", "CAST(NULL AS TIMESTAMP)"),
        "pg_attribute" => Select(
            columns, $"({views.Columns}) AS c LEFT JOIN ({DuckDbTypeNumbers.Query}) AS y ON y.shown = c.data_type", "attrelid", "c.table_id", "attname", "c.column_name", "atttypid", "y.oid", "attstattarget", "-1", "attlen", "y.typlen",
            "attnum", "c.ordinal_position", "attcacheoff", "-1", "attstorage", "CASE WHEN y.typlen < 0 THEN 'x' ELSE 'p' END", "attalign", "'i'", "atttypmod", DuckDbTypeNumbers.Modifier, "attbyval", "y.typlen BETWEEN 1 AND 8", "attnotnull", "NOT c.is_nullable", "atthasdef", "c.column_default IS NOT NULL",
            "attislocal", "true", "attisdistkey", "c.distkey", "attsortkeyord", "c.sortkey", "attencodingtype", DuckDbEncodings.NumberOf("c.encoding"), "attidentity", "''", "attgenerated", "''"),
        "pg_attrdef" => Select(
            columns, $"({views.Columns}) AS c WHERE c.column_default IS NOT NULL", "oid", "c.table_id * 1000 + c.ordinal_position", "adrelid", "c.table_id", "adnum", "c.ordinal_position", "adbin", "c.column_default", "adsrc", "c.column_default"),
        "pg_type" => Select(
            columns, $"({DuckDbTypeNumbers.Query}) AS y", "oid", "y.oid", "typname", "y.typname", "typnamespace", DuckDbSystemViews.CatalogueNumber, "typowner", "1", "typlen", "y.typlen", "typbyval", "y.typlen BETWEEN 1 AND 8",
            "typtype", "'b'", "typisdefined", "true", "typdelim", "','", "typelem", "y.typelem", "typinput", "CASE WHEN y.typname LIKE '\\_%' ESCAPE '\\' THEN 'array_in' ELSE y.typname || 'in' END", "typoutput", "CASE WHEN y.typname LIKE '\\_%' ESCAPE '\\' THEN 'array_out' ELSE y.typname || 'out' END",
            "typreceive", "CASE WHEN y.typname LIKE '\\_%' ESCAPE '\\' THEN 'array_recv' ELSE y.typname || 'recv' END", "typsend", "y.typname || 'send'", "typalign", "'i'", "typstorage", "CASE WHEN y.typlen < 0 THEN 'x' ELSE 'p' END", "typtypmod", "-1", "typarray", "y.typarray"),
        "pg_constraint" => Select(
            columns, $"({keys.Query}) AS k", "oid", "k.oid", "conname", "k.conname", "connamespace", "k.connamespace", "contype", "k.contype", "conrelid", "k.conrelid", "confrelid", "coalesce(k.confrelid, 0)", "conkey", "k.conkey", "confkey", "k.confkey",
            "confupdtype", "'a'", "confdeltype", "'a'", "confmatchtype", "'u'", "conbin", "k.def", "consrc", "k.def"),
        "pg_description" => $"SELECT o.oid AS objoid, CAST({DuckDbSystemViews.ClassNumber} AS BIGINT) AS classoid, CAST(o.part AS INTEGER) AS objsubid, o.comment AS description FROM ({Comments}) AS o WHERE o.comment IS NOT NULL",
        "pg_language" => Select(columns, "(VALUES (12, 'internal'), (13, 'c'), (14, 'sql'), (100125, 'plpgsql')) AS l(oid, name)", "oid", "l.oid", "lanname", "l.name", "lanowner", "1"),
        "pg_tablespace" => Select(columns, "(VALUES (1663, 'pg_default'), (1664, 'pg_global')) AS l(oid, name)", "oid", "l.oid", "spcname", "l.name", "spcowner", "1", "spclocation", "''"),
        "pg_database" => Select(
            columns, One, "oid", "100000", "datname", session.Database, "datdba", UserNumber, "encoding", "6", "datallowconn", "true", "datlastsysoid", "100000", "dattablespace", "1663", "datcollate", "'C'", "datctype", "'C'", "datconnlimit", "-1"),
        "pg_database_info" => Select(columns, One, "datid", "100000", "datname", session.Database, "datdba", UserNumber, "encoding", "6", "datallowconn", "true", "datconnlimit", "'UNLIMITED'"),
        "pg_user" or "pg_user_info" or "pg_shadow" => Select(columns, One, "usename", session.User, "usesysid", UserNumber, "usecreatedb", "true", "usesuper", "true", "passwd", "'********'", "useconnlimit", "'UNLIMITED'"),
        "pg_roles" => Select(
            columns, One, "oid", UserNumber, "rolname", session.User, "rolsuper", "true", "rolinherit", "true", "rolcreaterole", "true", "rolcreatedb", "true", "rolcatupdate", "false", "rolcanlogin", "true", "rolconnlimit", "-1", "rolpassword", "'********'"),
        "pg_settings" => Select(columns, $"(VALUES {session.Settings}) AS p(name, setting)", "name", "p.name", "setting", "p.setting", "context", "'user'", "vartype", "'string'", "source", "'session'"),
        "pg_tables" => Select(columns, $"({views.Tables}) AS t WHERE NOT t.is_view", "schemaname", "t.table_schema", "tablename", "t.table_name", "tableowner", session.User),
        "pg_views" => Select(columns, $"({views.Tables}) AS t WHERE t.is_view", "schemaname", "t.table_schema", "viewname", "t.table_name", "viewowner", session.User, "definition", "t.definition"),
        "pg_stat_activity" => Select(columns, One, "datid", "100000", "datname", session.Database, "procpid", session.Process, "usesysid", UserNumber, "usename", session.User, "query_start", "current_timestamp"),
        "pg_rewrite" => Select(columns, $"({views.Tables}) AS t WHERE t.is_view", "oid", $"t.table_id + {Rules}", "rulename", "'_RETURN'", "ev_class", "t.table_id", "ev_attr", "-1", "ev_type", "'1'", "is_instead", "true", "ev_enabled", "'O'"),
        "pg_depend" => Select(
            columns, $"(SELECT view_id, table_id, 'n' AS kind FROM ({views.Dependencies}) UNION ALL SELECT table_id, table_id, 'i' FROM ({views.Tables}) WHERE is_view) AS d", "classid", DuckDbSystemViews.NumberOf("pg_rewrite"),
            "objid", $"d.view_id + {Rules}", "refclassid", DuckDbSystemViews.ClassNumber, "refobjid", "d.table_id", "deptype", "d.kind"),
        // there are no functions of users, no indexes and nothing external here
        _ => Select(columns, Nothing),
    };

    const string One = "(SELECT 1) AS one";

    const string Count = "(SELECT count(*) FROM duckdb_columns() AS k WHERE k.table_oid = t.table_id AND k.database_name = current_database())";

    const string Style = "CASE WHEN t.diststyle = 'EVEN' THEN 0 WHEN t.diststyle LIKE 'KEY%' THEN 1 WHEN t.diststyle = 'ALL' THEN 8 WHEN t.diststyle = 'AUTO(EVEN)' THEN 11 ELSE 10 END";

    const string Comments = """
        SELECT table_oid AS oid, 0 AS part, comment FROM duckdb_tables() WHERE database_name = current_database() UNION ALL SELECT view_oid, 0, comment FROM duckdb_views() WHERE database_name = current_database()
        UNION ALL SELECT table_oid, column_index, comment FROM duckdb_columns() WHERE database_name = current_database()
        """;

    /// <param name="columns">All that the table has.</param>
    /// <param name="from">What stands behind FROM.</param>
    /// <param name="values">Pairs of a column and its expression; those of columns that the table has not are left out.</param>
    static string Select(IReadOnlyList<ColumnDefinition> columns, string from, params string[] values)
    {
        var known = values.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        return $"SELECT {string.Join(", ", columns.Select(column => $"{Value(column, known)} AS {DuckDbName.Quote(column.Name)}"))} FROM {from}";
    }

    static string Value(ColumnDefinition column, Dictionary<string, string> known)
    {
        var type = column.Type.Kind switch
        {
            TypeKind.Boolean => "BOOLEAN",
            TypeKind.SmallInt => "SMALLINT",
            TypeKind.Integer => "INTEGER",
            TypeKind.BigInt or TypeKind.Oid => "BIGINT",
            TypeKind.Real => "REAL",
            TypeKind.Timestamp => "TIMESTAMP",
            TypeKind.TimestampTz => "TIMESTAMPTZ",
            TypeKind.Array => "VARCHAR[]",
            _ => "VARCHAR",
        };
        // arrays of numbers stay those
        return known.TryGetValue(column.Name, out var expression)
            ? column.Type.Kind == TypeKind.Array ? expression : string.Create(CultureInfo.InvariantCulture, $"CAST({expression} AS {type})")
            : $"CAST({(column.Type.Kind == TypeKind.Boolean ? "false" : column.Type.IsNumber ? "0" : "NULL")} AS {type})";
    }
}
