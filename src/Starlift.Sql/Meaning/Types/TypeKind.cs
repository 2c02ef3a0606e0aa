namespace Starlift.Sql.Meaning.Types;

/// <summary>Redshift's data types (Amazon Redshift: "Data types"), and those of PostgreSQL 8.0 that only its system tables have.</summary>
public enum TypeKind : byte
{
    /// <summary>A quoted literal or NULL whose type nobody has asked for yet.</summary>
    Unknown,
    Boolean,
    SmallInt,
    Integer,
    BigInt,
    Decimal,
    Real,
    DoublePrecision,
    Char,
    Varchar,
    Date,
    Time,
    TimeTz,
    Timestamp,
    TimestampTz,

    /// <summary>An interval literal without a qualifier: months, days and microseconds together. No column has it.</summary>
    Interval,
    IntervalYearToMonth,
    IntervalDayToSecond,
    Super,
    Varbyte,
    HllSketch,
    Geometry,
    Geography,

    /// <summary>A name of at most 127 bytes, in system tables.</summary>
    Name,

    /// <summary>The one-byte "char" of system tables.</summary>
    InternalChar,
    Oid,
    RegClass,

    /// <summary>A type by its number; its values are the type's name.</summary>
    RegType,

    /// <summary>A function by its number; its values are the function's name.</summary>
    RegProc,

    /// <summary>Any array of system tables, such as int2vector and aclitem[].</summary>
    Array,

    /// <summary>What a call gives that has no value, or a row of values.</summary>
    Record,
}
