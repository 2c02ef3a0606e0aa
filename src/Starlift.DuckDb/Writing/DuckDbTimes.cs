using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of dates and times (Amazon Redshift: "Date and time functions").</summary>
static class DuckDbTimes
{
    /// <summary>The transaction's start in UTC, without a zone.</summary>
    public const string Now = "(now() AT TIME ZONE 'UTC')";

    public static FunctionWriter? Find(string name) => name switch
    {
        "sysdate" or "localtimestamp" => _ => Fragment.Of(Now),
        "getdate" => _ => Fragment.Of($"date_trunc('second', {Now})"),
        "current_date" => _ => Fragment.Of($"CAST({Now} AS DATE)"),
        "now" or "current_timestamp" => _ => Fragment.Of("now()"),
        "current_time" => _ => Fragment.Of("CAST(now() AS TIMETZ)"),
        "localtime" => _ => Fragment.Of($"CAST({Now} AS TIME)"),
        "timeofday" => _ => Fragment.Of($"strftime({Now}, '%a %b %d %H:%M:%S.%f %Y UTC')"),
        "dateadd" => DateAdd,
        "datediff" => DateDiff,
        "date_part" => Part,
        "extract" => Part,
        "date_part_year" => call => call.Named("year"),
        "date_trunc" => call => $"date_trunc({(DateParts.Find(call.Text(0) ?? "") is { } part ? Fragment.Of($"'{NameOf(part)}'") : call[0].Bare)}, {Timed(call, 1).Bare})",
        "last_day" => call => $"last_day({call[0].Bare})",
        "next_day" => NextDay,
        "add_months" => AddMonths,
        "months_between" => MonthsBetween,
        "convert_timezone" => ConvertTimezone,
        "to_char" => ToChar,
        "to_date" => call => $"CAST({DuckDbFormats.Read(call)} AS DATE)",
        "to_timestamp" => call => $"CAST({DuckDbFormats.Read(call)} AS TIMESTAMPTZ)",
        _ => null,
    };

    static Fragment Timed(CallText call, int index) => call.TypeOf(index).Kind == TypeKind.Date ? call.As(call[index], DataType.Timestamp) : call[index];

    static Fragment DateAdd(CallText call)
    {
        var count = call[0].Bare;
        Fragment interval = call.Part switch
        {
            DatePart.Millennium => $"to_years(1000 * CAST({count} AS INTEGER))",
            DatePart.Century => $"to_years(100 * CAST({count} AS INTEGER))",
            DatePart.Decade => $"to_years(10 * CAST({count} AS INTEGER))",
            DatePart.Year => $"to_years(CAST({count} AS INTEGER))",
            DatePart.Quarter => $"to_months(3 * CAST({count} AS INTEGER))",
            DatePart.Month => $"to_months(CAST({count} AS INTEGER))",
            DatePart.Week => $"to_days(7 * CAST({count} AS INTEGER))",
            DatePart.Day or DatePart.DayOfYear or DatePart.DayOfWeek => $"to_days(CAST({count} AS INTEGER))",
            DatePart.Hour => $"to_microseconds(3600000000 * CAST({count} AS BIGINT))",
            DatePart.Minute => $"to_microseconds(60000000 * CAST({count} AS BIGINT))",
            DatePart.Second or DatePart.Epoch => $"to_microseconds(1000000 * CAST({count} AS BIGINT))",
            DatePart.Millisecond => $"to_microseconds(1000 * CAST({count} AS BIGINT))",
            DatePart.Microsecond => $"to_microseconds(CAST({count} AS BIGINT))",
            var other => throw call.Refuse($"DATEADD can't add a {NameOf(other)}", "add days, months or seconds"),
        };
        return ((Fragment)$"{call[1]} + {interval}").InBrackets();
    }

    static Fragment DateDiff(CallText call)
    {
        var name = call.Part is DatePart.DayOfYear or DatePart.DayOfWeek ? "day" : NameOf(call.Part);
        return $"date_diff('{name}', {Timed(call, 0).Bare}, {Timed(call, 1).Bare})";
    }

    static Fragment Part(CallText call)
    {
        Fragment value = $"date_part('{NameOf(call.Part)}', {call[0].Bare})";
        // only the epoch has a fraction here, and none in Redshift
        return call.As(call.Part == DatePart.Epoch ? $"floor({value})" : value);
    }

    static string NameOf(DatePart part) => part switch
    {
        DatePart.DayOfWeek => "dow",
        DatePart.DayOfYear => "doy",
        DatePart.TimeZoneHour => "timezone_hour",
        DatePart.TimeZoneMinute => "timezone_minute",
        _ => part.ToString().ToLowerInvariant(),
    };

    static Fragment NextDay(CallText call)
    {
        var name = call.Text(1)?.ToLowerInvariant() ?? throw call.Refuse("the day of NEXT_DAY is no string", "on DuckDB it has to be a 'string'");
        var day = name.Length == 0 ? -1 : System.Array.FindIndex(Days, full => full.StartsWith(name, StringComparison.Ordinal));
        return day < 0
            ? throw call.Refuse($"NEXT_DAY knows no day \"{name}\"", "write monday, tuesday …")
            : (Fragment)$"CAST({call[0]} + to_days(CAST((({day} + 6 - dayofweek({call[0].Bare})) % 7) + 1 AS INTEGER)) AS DATE)";
    }

    static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    // the last day of a month stays the last day
    static Fragment AddMonths(CallText call)
    {
        var (date, months) = (call[0], call[1].Bare);
        return $"CASE WHEN CAST({date.Bare} AS DATE) = last_day({date.Bare}) THEN CAST(last_day({date} + to_months(CAST({months} AS INTEGER))) AS TIMESTAMP) + {TimeOfDay(date)} ELSE {date} + to_months(CAST({months} AS INTEGER)) END";
    }

    // whole months between the same days, or between last days; else days and their fractions count a 31st each
    static Fragment MonthsBetween(CallText call)
    {
        var (left, right) = (call[0], call[1]);
        Fragment months = $"CAST((year({left.Bare}) - year({right.Bare})) * 12 + month({left.Bare}) - month({right.Bare}) AS DOUBLE)";
        Fragment isWhole = $"day({left.Bare}) = day({right.Bare}) OR (CAST({left.Bare} AS DATE) = last_day({left.Bare}) AND CAST({right.Bare} AS DATE) = last_day({right.Bare}))";
        Fragment days = $"(day({left.Bare}) - day({right.Bare}) + CAST(epoch({TimeOfDay(left)}) - epoch({TimeOfDay(right)}) AS DOUBLE) / 86400) / 31.0";
        return $"({months} + CASE WHEN {isWhole} THEN 0 ELSE {days} END)";
    }

    static Fragment TimeOfDay(Fragment date) => $"({date} - date_trunc('day', {date.Bare}))";

    static Fragment ConvertTimezone(CallText call) => call.Count == 2
        ? (Fragment)$"timezone({call[0].Bare}, timezone('UTC', {call[1].Bare}))"
        : $"timezone({call[1].Bare}, timezone({call[0].Bare}, {call[2].Bare}))";

    static Fragment ToChar(CallText call) => call.TypeOf(0).IsNumber ? DuckDbFormats.Number(call) : DuckDbFormats.Write(call);
}
