namespace Starlift.DuckDb.Native.Scalars;

/// <summary>A type of an argument or a result; the numbers are those of duckdb.h's enum DUCKDB_TYPE.</summary>
enum ScalarType
{
    Boolean = 1,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    Time = 14,
    Interval = 15,
    Text = 17,
    Bytes = 18,
    TimeTz = 30,
    TimestampTz = 31,

    /// <summary>DuckDB's JSON, which is a text by another name.</summary>
    Json = 1017,

    /// <summary>A list of those, as a result only.</summary>
    JsonList = 1024,
}
