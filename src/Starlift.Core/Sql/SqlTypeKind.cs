namespace Starlift.Sql;

/// <summary>Redshift's data types that a COPY can fill, and those it can't but a table may hold.</summary>
public enum SqlTypeKind
{
    SmallInt,
    Integer,
    BigInt,
    Decimal,
    Real,
    DoublePrecision,
    Boolean,
    Char,
    Varchar,
    Date,
    Time,
    TimeTz,
    Timestamp,
    TimestampTz,
    Super,
    Varbyte,
}
