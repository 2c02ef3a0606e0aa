using System.Globalization;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Redshift's types by their numbers in pg_type.</summary>
static class DuckDbTypeNumbers
{
    /// <summary>The number of each type, its name in pg_type, the one by which it is shown, its bytes (-1: no fixed number), and the numbers of its elements and its array.</summary>
    static readonly (int Number, string Name, string Shown, int Length, int Element, int Array)[] All =
    [
        (16, "bool", "boolean", 1, 0, 1000), (18, "char", "\"char\"", 1, 0, 1002), (19, "name", "name", 128, 18, 1003), (20, "int8", "bigint", 8, 0, 1016), (21, "int2", "smallint", 2, 0, 1005),
        (22, "int2vector", "int2vector", -1, 21, 0), (23, "int4", "integer", 4, 0, 1007), (24, "regproc", "regproc", 4, 0, 0), (25, "text", "text", -1, 0, 1009), (26, "oid", "oid", 4, 0, 1028),
        (30, "oidvector", "oidvector", -1, 26, 0), (700, "float4", "real", 4, 0, 1021), (701, "float8", "double precision", 8, 0, 1022), (705, "unknown", "\"unknown\"", -1, 0, 0),
        (1033, "aclitem", "aclitem", 12, 0, 1034), (1042, "bpchar", "character", -1, 0, 1014), (1043, "varchar", "character varying", -1, 0, 1015), (1082, "date", "date", 4, 0, 1182),
        (1083, "time", "time without time zone", 8, 0, 1183), (1114, "timestamp", "timestamp without time zone", 8, 0, 1115), (1184, "timestamptz", "timestamp with time zone", 8, 0, 1185),
        (1186, "interval", "interval", 16, 0, 0), (1188, "intervaly2m", "interval year to month", 4, 0, 0), (1190, "intervald2s", "interval day to second", 8, 0, 0),
        (1266, "timetz", "time with time zone", 12, 0, 1270), (1700, "numeric", "numeric", -1, 0, 1231), (2205, "regclass", "regclass", 4, 0, 0), (2206, "regtype", "regtype", 4, 0, 0),
        (2249, "record", "record", -1, 0, 0), (2935, "hllsketch", "hllsketch", -1, 0, 0), (3000, "geometry", "geometry", -1, 0, 0), (3001, "geography", "geography", -1, 0, 0), (4000, "super", "super", -1, 0, 0),
        (6551, "varbyte", "binary varying", -1, 0, 0),
        (1000, "_bool", "boolean[]", -1, 16, 0), (1002, "_char", "\"char\"[]", -1, 18, 0), (1003, "_name", "name[]", -1, 19, 0), (1005, "_int2", "smallint[]", -1, 21, 0), (1007, "_int4", "integer[]", -1, 23, 0),
        (1009, "_text", "text[]", -1, 25, 0), (1014, "_bpchar", "character[]", -1, 1042, 0), (1015, "_varchar", "character varying[]", -1, 1043, 0), (1016, "_int8", "bigint[]", -1, 20, 0), (1021, "_float4", "real[]", -1, 700, 0),
        (1022, "_float8", "double precision[]", -1, 701, 0), (1028, "_oid", "oid[]", -1, 26, 0), (1034, "_aclitem", "aclitem[]", -1, 1033, 0), (1115, "_timestamp", "timestamp without time zone[]", -1, 1114, 0),
        (1182, "_date", "date[]", -1, 1082, 0), (1183, "_time", "time without time zone[]", -1, 1083, 0), (1185, "_timestamptz", "timestamp with time zone[]", -1, 1184, 0), (1231, "_numeric", "numeric[]", -1, 1700, 0),
        (1270, "_timetz", "time with time zone[]", -1, 1266, 0),
    ];

    /// <summary>A query of them: oid, typname, shown, typlen, typelem, typarray.</summary>
    public static string Query { get; } =
        $"SELECT * FROM (VALUES {string.Join(", ", All.Select(type => string.Create(CultureInfo.InvariantCulture, $"({type.Number}, '{type.Name}', '{type.Shown}', {type.Length}, {type.Element}, {type.Array})")))}) AS y(oid, typname, shown, typlen, typelem, typarray)";

    /// <summary>What pg_attribute tells of a column's length or digits; c is the column.</summary>
    public const string Modifier = "CASE WHEN c.data_type IN ('character', 'character varying', 'binary varying') THEN coalesce(c.character_maximum_length + 4, -1) WHEN c.data_type = 'numeric' THEN (c.numeric_precision << 16) + c.numeric_scale + 4 ELSE -1 END";

    /// <summary>FORMAT_TYPE: the name of a type by its number, with its length or precision.</summary>
    public static Fragment Format(CallText call)
    {
        Fragment length = $"CASE WHEN {call[0]} IN (1042, 1043, 6551) AND {call[1]} > 4 THEN '(' || ({call[1]} - 4) || ')' WHEN {call[0]} = 1700 AND {call[1]} > 4 THEN '(' || (({call[1]} - 4) >> 16) || ',' || (({call[1]} - 4) & 65535) || ')' ELSE '' END";
        return $"({NameOf(call[0])} || {length})";
    }

    /// <summary>The name of a type by its number, an expression.</summary>
    public static Fragment NameOf(Fragment number)
    {
        var names = Fragment.Join("", All.Select(type => Fragment.Of(string.Create(CultureInfo.InvariantCulture, $" WHEN {type.Number} THEN '{type.Shown}'"))));
        return $"CASE {number}{names} WHEN 0 THEN '-' ELSE '???' END";
    }
}
