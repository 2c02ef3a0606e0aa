using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql;

/// <summary>Types of columns as types of values.</summary>
public static class DataTypes
{
    public static DataType ToDataType(this SqlType type) => type.Kind switch
    {
        SqlTypeKind.Boolean => DataType.Boolean,
        SqlTypeKind.SmallInt => DataType.SmallInt,
        SqlTypeKind.Integer => DataType.Integer,
        SqlTypeKind.BigInt => DataType.BigInt,
        SqlTypeKind.Decimal => DataType.Decimal(type.Precision, type.Scale),
        SqlTypeKind.Real => DataType.Real,
        SqlTypeKind.DoublePrecision => DataType.DoublePrecision,
        SqlTypeKind.Char => DataType.Char(type.Length),
        SqlTypeKind.Varchar => DataType.Varchar(type.Length),
        SqlTypeKind.Date => DataType.Date,
        SqlTypeKind.Time => DataType.Time,
        SqlTypeKind.TimeTz => DataType.TimeTz,
        SqlTypeKind.Timestamp => DataType.Timestamp,
        SqlTypeKind.TimestampTz => DataType.TimestampTz,
        SqlTypeKind.Super => DataType.Super,
        SqlTypeKind.Varbyte => DataType.Varbyte(type.Length),
        _ => throw new InvalidOperationException($"unknown type {type.Kind}"),
    };
}
