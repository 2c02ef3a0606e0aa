namespace Starlift.Redshift;

/// <summary>The numbers of types in pg_type, as result columns bear them.</summary>
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
}
