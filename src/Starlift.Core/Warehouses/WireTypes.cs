using System.Globalization;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Warehouses;

/// <summary>Types of result columns as PostgreSQL's protocol tells them, which Redshift speaks too.</summary>
public static class WireTypes
{
    /// <param name="number">The type's in pg_type.</param>
    /// <param name="name">As format_type shows it, with its length or digits where they are stated: numeric(10,2).</param>
    public static DataType Of(uint number, string name) => number switch
    {
        16 => DataType.Boolean,
        17 or 6551 => Lengths(name) is [var length] ? DataType.Varbyte(length) : DataType.Bytes,
        18 => new DataType(TypeKind.InternalChar),
        19 => new DataType(TypeKind.Name),
        20 => DataType.BigInt,
        21 => DataType.SmallInt,
        23 => DataType.Integer,
        26 or 28 => new DataType(TypeKind.Oid),
        114 or 3802 or 4000 => DataType.Super,
        700 => DataType.Real,
        701 => DataType.DoublePrecision,
        705 => DataType.Unknown,
        1042 => Lengths(name) is [var length] ? DataType.Char(length) : new DataType(TypeKind.Char),
        1043 => Lengths(name) is [var length] ? DataType.Varchar(length) : DataType.Text,
        1082 => DataType.Date,
        1083 => DataType.Time,
        1114 => DataType.Timestamp,
        1184 => DataType.TimestampTz,
        1186 => DataType.Interval,
        1188 => DataType.IntervalYearToMonth,
        1190 => DataType.IntervalDayToSecond,
        1266 => DataType.TimeTz,
        1700 => Lengths(name) is [var precision, var scale] && precision is >= 1 and <= DataType.MaxPrecision && scale is >= 0 and <= DataType.MaxScale
            ? DataType.Decimal(precision, scale)
            : new DataType(TypeKind.Decimal),
        2205 => new DataType(TypeKind.RegClass),
        _ => DataType.Text,
    };

    static int[] Lengths(string name) =>
        name.IndexOf('(') is var open and >= 0 && name.IndexOf(')', open) is var close and >= 0
            ? [.. name[(open + 1)..close].Split(',').Select(part => int.TryParse(part, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var length) ? length : -1)]
            : [];
}
