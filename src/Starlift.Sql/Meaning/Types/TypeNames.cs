namespace Starlift.Sql.Meaning.Types;

/// <summary>How Redshift writes its types: in catalogues, in messages, and as the name of a column that is a cast.</summary>
public static class TypeNames
{
    /// <summary>As format_type shows a type without its length, and as messages name it: <c>character varying</c>.</summary>
    public static string Bare(TypeKind kind) => kind switch
    {
        TypeKind.Unknown => "\"unknown\"",
        TypeKind.Boolean => "boolean",
        TypeKind.SmallInt => "smallint",
        TypeKind.Integer => "integer",
        TypeKind.BigInt => "bigint",
        TypeKind.Decimal => "numeric",
        TypeKind.Real => "real",
        TypeKind.DoublePrecision => "double precision",
        TypeKind.Char => "character",
        TypeKind.Varchar => "character varying",
        TypeKind.Date => "date",
        TypeKind.Time => "time without time zone",
        TypeKind.TimeTz => "time with time zone",
        TypeKind.Timestamp => "timestamp without time zone",
        TypeKind.TimestampTz => "timestamp with time zone",
        TypeKind.Interval => "interval",
        TypeKind.IntervalYearToMonth => "interval year to month",
        TypeKind.IntervalDayToSecond => "interval day to second",
        TypeKind.Super => "super",
        TypeKind.Varbyte => "binary varying",
        TypeKind.HllSketch => "hllsketch",
        TypeKind.Geometry => "geometry",
        TypeKind.Geography => "geography",
        TypeKind.Name => "name",
        TypeKind.InternalChar => "\"char\"",
        TypeKind.Oid => "oid",
        TypeKind.RegClass => "regclass",
        TypeKind.RegType => "regtype",
        TypeKind.RegProc => "regproc",
        TypeKind.Array => "anyarray",
        TypeKind.Record => "record",
        _ => throw new InvalidOperationException($"unknown type {kind}"),
    };

    /// <summary>The name that a column has which is a cast of a literal or of an expression: <c>int4</c>, <c>bpchar</c>.</summary>
    public static string Short(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => "bool",
        TypeKind.SmallInt => "int2",
        TypeKind.Integer => "int4",
        TypeKind.BigInt => "int8",
        TypeKind.Decimal => "numeric",
        TypeKind.Real => "float4",
        TypeKind.DoublePrecision => "float8",
        TypeKind.Char => "bpchar",
        TypeKind.Varchar => "varchar",
        TypeKind.Time => "time",
        TypeKind.TimeTz => "timetz",
        TypeKind.Timestamp => "timestamp",
        TypeKind.TimestampTz => "timestamptz",
        TypeKind.IntervalYearToMonth => "intervaly2m",
        TypeKind.IntervalDayToSecond => "intervald2s",
        TypeKind.Varbyte => "varbyte",
        TypeKind.Unknown => "unknown",
        TypeKind.InternalChar => "char",
        _ => Bare(kind),
    };

    /// <summary>As format_type shows the type, with its length or digits where it states them.</summary>
    public static string Full(DataType type) => type.Kind switch
    {
        TypeKind.Decimal when type.Precision > 0 => $"numeric({type.Precision},{type.Scale})",
        TypeKind.Char or TypeKind.Varchar or TypeKind.Varbyte when type.Length > 0 => $"{Bare(type.Kind)}({type.Length})",
        _ => Bare(type.Kind),
    };
}
