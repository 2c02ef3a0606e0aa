using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>DATEDIFF: how many boundaries of a date part lie between two points in time (Amazon Redshift: "DATEDIFF function").</summary>
static class DateDifference
{
    public static Fragment Write(CallText call)
    {
        var (a, b) = (Point(call, 0), Point(call, 1));
        Fragment difference = call.Part switch
        {
            DatePart.Millennium => Years(a, b, 1000),
            DatePart.Century => Years(a, b, 100),
            DatePart.Decade => Years(a, b, 10),
            DatePart.Year => Years(a, b, 1),
            DatePart.Quarter => Within(a, b, "quarter", 4),
            DatePart.Month => Within(a, b, "month", 12),
            DatePart.Week => $"(CAST(date_trunc('week', {b}) AS date) - CAST(date_trunc('week', {a}) AS date)) / 7",
            DatePart.Day or DatePart.DayOfYear or DatePart.DayOfWeek => $"CAST({b} AS date) - CAST({a} AS date)",
            DatePart.Hour => Seconds(a, b, "hour", "/ 3600"),
            DatePart.Minute => Seconds(a, b, "minute", "/ 60"),
            DatePart.Second or DatePart.Epoch => Seconds(a, b, "second", "* 1"),
            DatePart.Millisecond => Seconds(a, b, "milliseconds", "* 1000"),
            DatePart.Microsecond => Seconds(a, b, "microseconds", "* 1000000"),
            _ => throw call.Refuse("DATEDIFF can't count such a part", "count days, months or seconds"),
        };
        return $"CAST({difference} AS bigint)";
    }

    static Fragment Point(CallText call, int index) => call.TypeOf(index).Kind switch
    {
        TypeKind.Timestamp => call[index].Bare,
        TypeKind.Time => $"date '2000-01-01' + {call[index]}",
        TypeKind.TimeTz => $"date '2000-01-01' + CAST({call[index]} AT TIME ZONE 'UTC' AS time)",
        _ => $"CAST({call[index].Bare} AS timestamp)",
    };

    static Fragment Years(Fragment a, Fragment b, int years) => $"floor(extract(year FROM {b}) / {years}) - floor(extract(year FROM {a}) / {years})";

    static Fragment Within(Fragment a, Fragment b, string field, int perYear) =>
        $"(extract(year FROM {b}) - extract(year FROM {a})) * {perYear} + extract({field} FROM {b}) - extract({field} FROM {a})";

    static Fragment Seconds(Fragment a, Fragment b, string field, string factor) =>
        $"extract(epoch FROM date_trunc('{field}', {b}) - date_trunc('{field}', {a})) {factor}";
}
