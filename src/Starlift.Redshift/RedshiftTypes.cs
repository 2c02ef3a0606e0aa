namespace Starlift.Redshift;

/// <summary>The numbers of types in pg_type, as result columns bear them on the wire, and their names there, as the Data API has them.</summary>
static class RedshiftTypes
{
    public const uint Boolean = 16;
    public const uint BigInt = 20;
    public const uint SmallInt = 21;
    public const uint Integer = 23;
    public const uint ObjectId = 26;
    public const uint Real = 700;
    public const uint Double = 701;
    public const uint Char = 1042;
    public const uint Varchar = 1043;
    public const uint Date = 1082;
    public const uint Time = 1083;
    public const uint Timestamp = 1114;
    public const uint TimestampTz = 1184;
    public const uint Decimal = 1700;
    public const uint Varbyte = 6551;
    public const uint Super = 4000;

    /// <summary>The number of the type of that name; null for a type whose values are texts.</summary>
    public static uint? NumberOf(string name) => name switch
    {
        "bool" or "boolean" => Boolean,
        "int8" or "bigint" => BigInt,
        "int2" or "smallint" => SmallInt,
        "int4" or "int" or "integer" => Integer,
        "oid" => ObjectId,
        "float4" or "real" => Real,
        "float8" or "double precision" => Double,
        "bpchar" or "char" or "character" => Char,
        "date" => Date,
        "time" or "time without time zone" => Time,
        "timestamp" or "timestamp without time zone" => Timestamp,
        "timestamptz" or "timestamp with time zone" => TimestampTz,
        "numeric" or "decimal" => Decimal,
        "varbyte" or "binary varying" => Varbyte,
        _ => null,
    };

    /// <summary>As pg_type calls it; the number itself for a type that Starlift does not know.</summary>
    public static string NameOf(uint type) => type switch
    {
        Boolean => "bool",
        BigInt => "int8",
        SmallInt => "int2",
        Integer => "int4",
        ObjectId => "oid",
        Real => "float4",
        Double => "float8",
        Char => "bpchar",
        Varchar => "varchar",
        Date => "date",
        Time => "time",
        Timestamp => "timestamp",
        TimestampTz => "timestamptz",
        Decimal => "numeric",
        Varbyte => "varbyte",
        Super => "super",
        _ => type.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
