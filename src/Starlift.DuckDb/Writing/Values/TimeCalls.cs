using System.Globalization;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values.Dates;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "Date and time functions", those that DuckDB has not or has otherwise.</summary>
static class TimeCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "dateadd" => Add,
        "datediff" => Difference,
        "date_part" => call => Part(call, alone: false),
        "extract" => call => Part(call, alone: true),
        "date_trunc" => Truncate,
        "next_day" => call => $"starlift_next_day(CAST({call[0].Bare} AS DATE), {call[1].Bare})",
        "add_months" => call => $"starlift_add_months({call[0].Bare}, {call[1].Bare})",
        "months_between" => call => $"starlift_months_between({call[0].Bare}, {call[1].Bare})",
        "convert_timezone" => Convert,
        "timezone" => call => call.TypeOf(1).Kind == TypeKind.TimeTz && call.Text(0) == "UTC" ? (Fragment)$"starlift_timetz_utc({call[1].Bare})" : Zoned(call),
        _ => null,
    };

    static Fragment Add(CallText call)
    {
        var (count, value, type) = (call[0], call[1], call.TypeOf(1));
        if (call.Part is DatePart.Millennium or DatePart.Century or DatePart.Decade or DatePart.Year or DatePart.Quarter or DatePart.Month && type.Kind is TypeKind.Time or TypeKind.TimeTz)
        {
            throw call.Refuse("DATEADD adds no months to a TIME", "add hours, minutes or seconds");
        }

        var years = call.Part switch { DatePart.Millennium => 1_000, DatePart.Century => 100, DatePart.Decade => 10, DatePart.Year => 1, _ => 0 };
        if (years > 0)
        {
            var moved = Sum(value, $"to_years(CAST({years} * {count} AS INTEGER))");
            // a 29th of February is moved to a 28th: the day behind it is meant
            return Sum(moved, $"to_days(CAST(day({value.Bare}) <> day({moved.Bare}) AS INTEGER))");
        }

        return call.Part switch
        {
            DatePart.Quarter => Sum(value, $"to_months(CAST(3 * {count} AS INTEGER))"),
            DatePart.Month => Sum(value, $"to_months(CAST({count.Bare} AS INTEGER))"),
            DatePart.Week => Sum(value, $"to_days(CAST(7 * {count} AS INTEGER))"),
            DatePart.Day or DatePart.DayOfYear or DatePart.DayOfWeek => Sum(value, $"to_days(CAST({count.Bare} AS INTEGER))"),
            DatePart.TimeZone or DatePart.TimeZoneHour or DatePart.TimeZoneMinute => throw call.Refuse("DATEADD can't add a time zone", "add days, months or seconds"),
            _ => Sum(value, $"to_microseconds({DateMath.UnitOf(call.Part).ToString(CultureInfo.InvariantCulture)} * CAST({count.Bare} AS BIGINT))"),
        };
    }

    static Fragment Sum(Fragment value, Fragment interval) => ((Fragment)$"{value} + {interval}").InBrackets();

    static Fragment Difference(CallText call)
    {
        if (call.TypeOf(0).Kind is TypeKind.Time or TypeKind.TimeTz)
        {
            return $"starlift_date_diff('{Name(call.Part)}', {OfDay(call, 0)}, {OfDay(call, 1)})";
        }

        var (from, to) = (Timestamp(call, 0), Timestamp(call, 1));
        return call.Part switch
        {
            DatePart.Year or DatePart.Quarter or DatePart.Month or DatePart.Day or DatePart.Hour or DatePart.Minute or DatePart.Second or DatePart.Millisecond or DatePart.Microsecond =>
                (Fragment)$"date_diff('{Name(call.Part)}', {from}, {to})",
            DatePart.DayOfYear or DatePart.DayOfWeek => $"date_diff('day', {from}, {to})",
            // DuckDB counts seven days; here Sundays count
            DatePart.Week => $"(date_diff('day', date_trunc('week', {from} + to_days(1)), date_trunc('week', {to} + to_days(1))) // 7)",
            _ => $"starlift_date_diff('{Name(call.Part)}', {from}, {to})",
        };
    }

    // a time with a zone is compared in UTC
    static Fragment OfDay(CallText call, int index) => call.TypeOf(index).Kind == TypeKind.TimeTz
        ? (Fragment)$"DATE '1970-01-01' + CAST({call[index]} AT TIME ZONE INTERVAL '0 seconds' AS TIME)"
        : $"DATE '1970-01-01' + {call[index]}";

    static Fragment Timestamp(CallText call, int index) =>
        call.TypeOf(index).Kind == TypeKind.Timestamp ? call[index] : (Fragment)$"CAST({call[index].Bare} AS TIMESTAMP)";

    static Fragment Truncate(CallText call)
    {
        var value = call.TypeOf(1).Kind == TypeKind.Date ? Timestamp(call, 1) : call[1].Bare;
        var part = call.Text(0) is { } text ? DateParts.Find(text) : null;
        return part switch
        {
            null when call.TypeOf(1).Kind != TypeKind.Timestamp && call.TypeOf(1).Kind != TypeKind.Date => (Fragment)$"date_trunc({call[0].Bare}, {value})",
            null => $"starlift_date_trunc({call[0].Bare}, {value})",
            // a century begins with its year 1
            DatePart.Century or DatePart.Millennium when !call.TypeOf(1).IsInterval => $"(date_trunc('{Name(part.Value)}', {value} - to_years(1)) + to_years(1))",
            { } known => $"date_trunc('{Name(known)}', {value})",
        };
    }

    /// <summary>EXTRACT gives milliseconds and microseconds without their seconds, DATE_PART seconds with their fraction.</summary>
    static Fragment Part(CallText call, bool alone)
    {
        var (part, value, type) = (call.Part, call[0].Bare, call.TypeOf(0));
        if (type.IsInterval)
        {
            return call.As($"starlift_interval_part('{Name(part)}', {value})");
        }

        Fragment number = part switch
        {
            DatePart.Decade => (Fragment)$"(date_part('decade', {value}) + 1)",
            DatePart.Epoch => alone ? (Fragment)$"floor(epoch({value}))" : $"epoch({value})",
            DatePart.Millisecond => $"(date_part('microsecond', {value}) // 1000 % 1000)",
            DatePart.Microsecond => $"(date_part('microsecond', {value}) % 1000000)",
            DatePart.Second when !alone => $"(date_part('second', {value}) + date_part('microsecond', {value}) % 1000000 / CAST(1000000 AS DOUBLE))",
            DatePart.DayOfWeek => $"date_part('dow', {value})",
            DatePart.DayOfYear => $"date_part('doy', {value})",
            _ => $"date_part('{Name(part)}', {value})",
        };
        return call.As(number);
    }

    static Fragment Convert(CallText call) => call.Count == 2
        ? FromUtc(call, 0, call[1].Bare)
        : FromUtc(call, 1, ToUtc(call, 0, call[2].Bare));

    static Fragment Zoned(CallText call) => call.TypeOf(1).Kind == TypeKind.TimestampTz
        ? FromUtc(call, 0, $"timezone('UTC', {call[1].Bare})")
        : $"timezone('UTC', {ToUtc(call, 0, call[1].Bare)})";

    // zones of the IANA data base are DuckDB's too; abbreviations and POSIX forms are not
    static Fragment FromUtc(CallText call, int zone, Fragment utc) => IsNamed(call, zone)
        ? (Fragment)$"timezone({call[zone].Bare}, timezone('UTC', {utc}))"
        : $"starlift_from_utc({utc}, {call[zone].Bare})";

    static Fragment ToUtc(CallText call, int zone, Fragment local) => IsNamed(call, zone)
        ? (Fragment)$"timezone('UTC', timezone({call[zone].Bare}, {local}))"
        : $"starlift_to_utc({local}, {call[zone].Bare})";

    static bool IsNamed(CallText call, int zone) => call.Text(zone) is { } name && name.Contains('/', StringComparison.Ordinal) && ZoneNames.IsNamed(name);

    static string Name(DatePart part) => part switch
    {
        DatePart.TimeZoneHour => "timezone_hour",
        DatePart.TimeZoneMinute => "timezone_minute",
        _ => part.ToString().ToLowerInvariant(),
    };
}
