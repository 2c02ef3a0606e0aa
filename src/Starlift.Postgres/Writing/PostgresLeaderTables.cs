using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Postgres.Writing;

/// <summary>The tables of pg_catalog (<see cref="LeaderTables"/>) as queries of PostgreSQL's own, which has columns that Redshift has not, and has not some of Redshift's.</summary>
static class PostgresLeaderTables
{
    /// <summary>What PostgreSQL has otherwise: a table and its column, and the expression; c is the table's row.</summary>
    static readonly Dictionary<string, string> Others = new()
    {
        ["pg_attrdef.adbin"] = "pg_get_expr(c.adbin, c.adrelid)",
        ["pg_attrdef.adsrc"] = "pg_get_expr(c.adbin, c.adrelid)",
        ["pg_constraint.conbin"] = "pg_get_constraintdef(c.oid)",
        ["pg_constraint.consrc"] = "pg_get_constraintdef(c.oid)",
        ["pg_class_info.reloid"] = "c.oid",
        ["pg_class.relowner"] = "CAST(c.relowner AS integer)",
        ["pg_namespace.nspowner"] = "CAST(c.nspowner AS integer)",
        ["pg_proc.proisagg"] = "c.prokind = 'a'",
        ["pg_proc.proiswindow"] = "c.prokind = 'w'",
        ["pg_proc_info.prooid"] = "c.oid",
        ["pg_database_info.datid"] = "c.oid",
        ["pg_stat_activity.procpid"] = "c.pid",
        ["pg_stat_activity.current_query"] = "c.query",
        ["pg_class.reldiststyle"] = "10",
        ["pg_class_info.reldiststyle"] = "10",
        ["pg_class_info.releffectivediststyle"] = "10",
    };

    /// <summary>Redshift's columns that PostgreSQL has not, and those of its 8.0 that it has no longer.</summary>
    static readonly HashSet<string> Missing =
    [
        "reltoastidxid", "reltriggers", "relukeys", "relfkeys", "relrefs", "relhasoids", "relhaspkey", "reldiststyle", "releffectivediststyle", "relcreationtime", "attisdistkey", "attispreloaded", "attsortkeyord",
        "attencodingtype", "attencrypttype", "ev_attr", "tgisconstraint", "tgconstrname", "amowner", "spclocation", "datlastsysoid", "datconfig", "datconnlimit", "usecatupd", "useconnlimit", "rolcatupdate", "defacluser",
        "transaction",
    ];

    /// <summary>The query that stands for the table; null of what is none of these.</summary>
    /// <param name="name">In lower case, without its schema.</param>
    public static string? Query(string name)
    {
        if (LeaderTables.IsView(name) || LeaderTables.Find(name) is not { } columns)
        {
            return null;
        }

        var isThere = !name.Contains("external", StringComparison.Ordinal);
        var from = isThere ? $"pg_catalog.{name.Replace("_info", "", StringComparison.Ordinal)} AS c" : "(SELECT 1) AS c WHERE false";
        return $"SELECT {string.Join(", ", columns.Select(column => $"{Value(name, column, isThere)} AS {Quoting.Name(column.Name)}"))} FROM {from}";
    }

    static string Value(string table, ColumnDefinition column, bool isThere) =>
        Others.GetValueOrDefault($"{table}.{column.Name}")
        ?? (isThere && !Missing.Contains(column.Name) ? $"c.{Quoting.Name(column.Name)}" : Nothing(column.Type));

    static string Nothing(DataType type) => type.Kind switch
    {
        TypeKind.Boolean => "false",
        TypeKind.SmallInt or TypeKind.Integer or TypeKind.Oid => "0",
        TypeKind.Timestamp => "CAST(NULL AS timestamp)",
        TypeKind.BigInt => "CAST(NULL AS bigint)",
        _ => "CAST(NULL AS text)",
    };
}
