using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Dates;
using Starlift.Sql.Values.Numbers;
using Starlift.Sql.Values.Texts;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Texts as other types and other types as texts, where DuckDB reads or writes them otherwise.</summary>
static class ConversionFunctions
{
    public static ScalarFunction[] All =>
    [
        new("starlift_boolean", [Text], ScalarType.Boolean, static (ref c) => c.Return(BooleanText.Read(c.Bytes(0)))),
        new("starlift_smallint", [Text], SmallInt, static (ref c) => c.Return((short)IntegerText.Read(c.Bytes(0), short.MinValue, "smallint"))),
        new("starlift_integer", [Text], Integer, static (ref c) => c.Return((int)IntegerText.Read(c.Bytes(0), int.MinValue, "integer"))),
        new("starlift_bigint", [Text], BigInt, static (ref c) => c.Return(IntegerText.Read(c.Bytes(0), long.MinValue, "bigint"))),
        new("starlift_date", [Text], Date, static (ref c) => c.Return(DateTimeText.Date(c.Bytes(0), Now))),
        new("starlift_timestamp", [Text], Timestamp, static (ref c) => c.Return(DateTimeText.Timestamp(c.Bytes(0), Now))),
        new("starlift_timestamptz", [Text, Text], TimestampTz, static (ref c) => c.Return(DateTimeText.TimestampTz(c.Bytes(0), Now, ZoneNames.Get(c.Chars(1))))),
        new("starlift_time", [Text], Time, static (ref c) => c.Return(DateTimeText.Time(c.Bytes(0), Now))),
        new("starlift_timetz", [Text, Text], TimeTz, static (ref c) => ReadTimeTz(ref c)),
        new("starlift_timetz_utc", [TimeTz], TimeTz, static (ref c) => ToUtc(ref c)),
        new("starlift_interval", [Text], ScalarType.Interval, static (ref c) => c.Return(IntervalReader.Read(c.Chars(0)))),
        new("starlift_text", [ScalarType.Interval], Text, static (ref c) => WriteInterval(ref c)),
    ];

    // 'now' in a column's texts; where it is a literal, the writer knows the transaction's start
    static long Now => (TimeProvider.System.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    // DuckDB keeps 40 bits of time, and below them what the offset lacks to its greatest
    const long GreatestOffset = (16 * 3_600) - 1;

    static void ReadTimeTz(ref ScalarCall call)
    {
        var (microseconds, offset) = DateTimeText.TimeTz(call.Bytes(0), Now, ZoneNames.Get(call.Chars(1)));
        call.Return((microseconds << 24) | (GreatestOffset - offset));
    }

    static void ToUtc(ref ScalarCall call)
    {
        const long Day = 86_400_000_000;
        var bits = call.BigInt(0);
        var microseconds = (bits >> 24) - ((GreatestOffset - (bits & 0xFF_FFFF)) * 1_000_000);
        var ofDay = ((microseconds % Day) + Day) % Day;
        call.Return((ofDay << 24) | GreatestOffset);
    }

    static void WriteInterval(ref ScalarCall call)
    {
        IntervalText.Write(call.Interval(0), call.Text);
        call.ReturnWritten();
    }
}
