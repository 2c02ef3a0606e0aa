using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "Date and time functions". Date parts are texts, which the writer gives or a column has.</summary>
static class TimeFunctions
{
    static readonly Func<string, string, Box> Parts = static (name, _) =>
        new(DateParts.Find(name.Trim(' ')) ?? throw new ValueException(SqlStates.InvalidParameterValue, $"timestamp units \"{name}\" not recognized"));

    public static ScalarFunction[] All =>
    [
        new("starlift_date_add", [Text, BigInt, Timestamp], Timestamp, static (ref c) => c.Return(DateMath.Add(Part(ref c), c.BigInt(1), c.BigInt(2)))),
        new("starlift_date_diff", [Text, Timestamp, Timestamp], BigInt, static (ref c) => c.Return(DateMath.Difference(Part(ref c), c.BigInt(1), c.BigInt(2)))),
        new("starlift_date_trunc", [Text, Timestamp], Timestamp, static (ref c) => c.Return(DateMath.Truncate(Part(ref c), c.BigInt(1)))),
        new("starlift_add_months", [Timestamp, BigInt], Timestamp, static (ref c) => c.Return(DateMath.AddMonthsKeepingLast(c.BigInt(0), c.BigInt(1)))),
        new("starlift_months_between", [Timestamp, Timestamp], ScalarType.Double, static (ref c) => c.Return(DateMath.MonthsBetween(c.BigInt(0), c.BigInt(1)))),
        new("starlift_next_day", [Date, Text], Date, static (ref c) => c.Return(DateMath.NextDay(c.Integer(0), c.Chars(1)))),
        new("starlift_to_utc", [Timestamp, Text], Timestamp, static (ref c) => c.Return(ZoneNames.Get(c.Chars(1)).ToUtc(c.BigInt(0)))),
        new("starlift_from_utc", [Timestamp, Text], Timestamp, static (ref c) => c.Return(ZoneNames.Get(c.Chars(1)).FromUtc(c.BigInt(0)))),
        new("starlift_interval_part", [Text, ScalarType.Interval], ScalarType.Double, static (ref c) => c.Return(OfInterval(ref c))),
    ];

    static DatePart Part(ref ScalarCall call) => call.Prepare(0, Parts).Part;

    static double OfInterval(ref ScalarCall call)
    {
        var (part, interval) = (Part(ref call), call.Interval(1));
        return part == DatePart.Epoch
            ? (interval.Months / 12 * 31_557_600.0) + (interval.Months % 12 * 2_592_000.0) + (interval.Days * 86_400.0) + (interval.Microseconds / 1e6)
            : part == DatePart.Second ? IntervalMath.Normalize(interval).Microseconds % 60_000_000 / 1e6
            : DateParting.Extract(part, Moment.Of(IntervalMath.Normalize(interval)));
    }

    /// <summary>A part that was looked up by its name.</summary>
    sealed record Box(DatePart Part);
}
