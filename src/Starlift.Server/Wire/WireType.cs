using Starlift.Sql.Meaning.Types;

namespace Starlift.Server.Wire;

/// <summary>A column's type as RowDescription tells it.</summary>
/// <param name="Number">In pg_type.</param>
/// <param name="Size">In bytes; -1 of what has no fixed one.</param>
/// <param name="Modifier">Length plus 4, or digits; -1 where there are none.</param>
readonly record struct WireType(int Number, short Size, int Modifier)
{
    public const int Bool = 16, Int8 = 20, Int2 = 21, Int4 = 23, Text = 25, Oid = 26, Float4 = 700, Float8 = 701, Unknown = 705, BpChar = 1042, Varchar = 1043, Date = 1082,
        Time = 1083, Timestamp = 1114, TimestampTz = 1184, IntervalYearToMonth = 1188, IntervalDayToSecond = 1190, TimeTz = 1266, Numeric = 1700, Super = 4000, Varbyte = 6551;

    const int Interval = 1186, Name = 19, InternalChar = 18, RegClass = 2205, HllSketch = 2935, Geometry = 3000, Geography = 3001;

    public static WireType Of(DataType type) => type.Kind switch
    {
        TypeKind.Boolean => new WireType(Bool, 1, -1),
        TypeKind.SmallInt => new WireType(Int2, 2, -1),
        TypeKind.Integer => new WireType(Int4, 4, -1),
        TypeKind.BigInt => new WireType(Int8, 8, -1),
        TypeKind.Real => new WireType(Float4, 4, -1),
        TypeKind.DoublePrecision => new WireType(Float8, 8, -1),
        TypeKind.Decimal => new WireType(Numeric, -1, type.Precision > 0 ? ((type.Precision << 16) | type.Scale) + 4 : -1),
        TypeKind.Char => new WireType(BpChar, -1, Length(type)),
        TypeKind.Varchar => new WireType(Varchar, -1, Length(type)),
        TypeKind.Date => new WireType(Date, 4, -1),
        TypeKind.Time => new WireType(Time, 8, -1),
        TypeKind.TimeTz => new WireType(TimeTz, 12, -1),
        TypeKind.Timestamp => new WireType(Timestamp, 8, -1),
        TypeKind.TimestampTz => new WireType(TimestampTz, 8, -1),
        TypeKind.Interval => new WireType(Interval, 16, -1),
        TypeKind.IntervalYearToMonth => new WireType(IntervalYearToMonth, 4, -1),
        TypeKind.IntervalDayToSecond => new WireType(IntervalDayToSecond, 8, -1),
        TypeKind.Super => new WireType(Super, -1, -1),
        TypeKind.Varbyte => new WireType(Varbyte, -1, Length(type)),
        TypeKind.HllSketch => new WireType(HllSketch, -1, -1),
        TypeKind.Geometry => new WireType(Geometry, -1, -1),
        TypeKind.Geography => new WireType(Geography, -1, -1),
        TypeKind.Name => new WireType(Name, 64, -1),
        TypeKind.InternalChar => new WireType(InternalChar, 1, -1),
        TypeKind.Oid => new WireType(Oid, 4, -1),
        TypeKind.RegClass => new WireType(RegClass, 4, -1),
        _ => new WireType(Varchar, -1, -1),
    };

    /// <summary>As a cast names it; null of a type whose values are sent without one.</summary>
    public static string? CastOf(int number) => number switch
    {
        Bool => "boolean",
        Int2 => "smallint",
        Int4 => "integer",
        Int8 => "bigint",
        Float4 => "real",
        Float8 => "double precision",
        Date => "date",
        Time => "time",
        TimeTz => "timetz",
        Timestamp => "timestamp",
        TimestampTz => "timestamptz",
        Text or Varchar => "varchar",
        BpChar => "char",
        Varbyte => "varbyte",
        _ => null,
    };

    static int Length(DataType type) => type.Length > 0 ? type.Length + 4 : -1;
}
