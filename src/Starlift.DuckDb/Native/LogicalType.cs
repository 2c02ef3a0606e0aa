using Starlift.Sql;

namespace Starlift.DuckDb.Native;

/// <summary>A column's type in DuckDB's C API; numbers as in duckdb.h's enum DUCKDB_TYPE.</summary>
static class LogicalType
{
    /// <summary>To be destroyed by the caller.</summary>
    public static nint Create(SqlType type) => type.Kind == SqlTypeKind.Decimal
        ? DuckDbApi.CreateDecimalType((byte)type.Precision, (byte)type.Scale)
        : DuckDbApi.CreateLogicalType(NumberOf(type.Kind));

    static int NumberOf(SqlTypeKind kind) => kind switch
    {
        SqlTypeKind.Boolean => 1,
        SqlTypeKind.SmallInt => 3,
        SqlTypeKind.Integer => 4,
        SqlTypeKind.BigInt => 5,
        SqlTypeKind.Real => 10,
        SqlTypeKind.DoublePrecision => 11,
        SqlTypeKind.Timestamp => 12,
        SqlTypeKind.Date => 13,
        SqlTypeKind.Time => 14,
        SqlTypeKind.Char or SqlTypeKind.Varchar or SqlTypeKind.Super => 17,
        SqlTypeKind.Varbyte => 18,
        SqlTypeKind.TimestampTz => 31,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no COPY fills this type"),
    };
}
