using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>Redshift's types in DuckDB's words.</summary>
static class DuckDbType
{
    /// <summary>
    /// The DuckDB type that holds every value of <paramref name="type"/>. Lengths go: DuckDB has no limits to texts, and whoever
    /// writes rows holds them to their length.
    /// </summary>
    public static string Of(SqlType type) => type.Kind switch
    {
        SqlTypeKind.SmallInt => "SMALLINT",
        SqlTypeKind.Integer => "INTEGER",
        SqlTypeKind.BigInt => "BIGINT",
        SqlTypeKind.Decimal => $"DECIMAL({type.Precision},{type.Scale})",
        SqlTypeKind.Real => "REAL",
        SqlTypeKind.DoublePrecision => "DOUBLE",
        SqlTypeKind.Boolean => "BOOLEAN",
        SqlTypeKind.Char or SqlTypeKind.Varchar => "VARCHAR",
        SqlTypeKind.Date => "DATE",
        SqlTypeKind.Time => "TIME",
        SqlTypeKind.TimeTz => "TIMETZ",
        SqlTypeKind.Timestamp => "TIMESTAMP",
        SqlTypeKind.TimestampTz => "TIMESTAMPTZ",
        SqlTypeKind.Super => "JSON",
        SqlTypeKind.Varbyte => "BLOB",
        _ => throw new InvalidOperationException($"unknown type {type.Kind}"),
    };
}
