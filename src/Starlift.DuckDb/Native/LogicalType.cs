using System.Runtime.InteropServices;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;

namespace Starlift.DuckDb.Native;

/// <summary>A column's type in DuckDB's C API; numbers as in duckdb.h's enum DUCKDB_TYPE.</summary>
static class LogicalType
{
    /// <summary>To be destroyed by the caller.</summary>
    public static nint Create(SqlType type) => type.Kind == SqlTypeKind.Decimal
        ? DuckDbApi.CreateDecimalType((byte)type.Precision, (byte)type.Scale)
        : DuckDbApi.CreateLogicalType(NumberOf(type.Kind));

    /// <summary>Redshift's type of a column; for one that Redshift has not, VARCHAR(MAX).</summary>
    public static SqlType Read(nint type) => DuckDbApi.TypeNumber(type) switch
    {
        1 => new SqlType(SqlTypeKind.Boolean),
        2 or 3 => new SqlType(SqlTypeKind.SmallInt),
        4 => new SqlType(SqlTypeKind.Integer),
        5 => new SqlType(SqlTypeKind.BigInt),
        10 => new SqlType(SqlTypeKind.Real),
        11 => new SqlType(SqlTypeKind.DoublePrecision),
        12 => new SqlType(SqlTypeKind.Timestamp),
        13 => new SqlType(SqlTypeKind.Date),
        14 => new SqlType(SqlTypeKind.Time),
        16 => new SqlType(SqlTypeKind.Decimal, Precision: 38),
        17 when AliasOf(type) == "JSON" => new SqlType(SqlTypeKind.Super),
        18 => SqlType.AnyVarbyte,
        19 => new SqlType(SqlTypeKind.Decimal, Precision: DuckDbApi.DecimalWidth(type), Scale: DuckDbApi.DecimalScale(type)),
        30 => new SqlType(SqlTypeKind.TimeTz),
        31 => new SqlType(SqlTypeKind.TimestampTz),
        _ => SqlType.AnyText,
    };

    /// <summary>Redshift's type of a result; texts state no length, for the engine keeps none.</summary>
    public static DataType ReadResult(nint type) => DuckDbApi.TypeNumber(type) switch
    {
        8 => DataType.BigInt,
        9 => DataType.Decimal(20, 0),
        15 => DataType.Interval,
        17 when AliasOf(type) == "JSON" => DataType.Super,
        17 => DataType.Text,
        18 => DataType.Bytes,
        20 or 21 or 22 => DataType.Timestamp,
        24 or 25 or 26 or 33 => DataType.Super,
        32 => DataType.Decimal(38, 0),
        36 => DataType.Unknown,
        7 => DataType.Integer,
        6 => DataType.SmallInt,
        _ => Read(type) is { IsCharacter: false } known ? known.ToDataType() : DataType.Text,
    };

    static unsafe string? AliasOf(nint type)
    {
        var alias = DuckDbApi.TypeAlias(type);
        try
        {
            return Marshal.PtrToStringUTF8(alias);
        }
        finally
        {
            DuckDbApi.Free(alias);
        }
    }

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
