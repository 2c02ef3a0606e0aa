using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Functions of dates and times (Amazon Redshift: "Date and time functions").</summary>
static class DateFunctions
{
    const string Days = "'sumotuwethfrsa'";

    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["current_date"] = _ => Fragment.Of("CURRENT_DATE"),
        ["sysdate"] = _ => Fragment.Of("CAST(now() AT TIME ZONE 'UTC' AS timestamp)"),
        ["getdate"] = _ => Fragment.Of("date_trunc('second', statement_timestamp() AT TIME ZONE 'UTC')"),
        ["timeofday"] = _ => Fragment.Of("timeofday()"),
        ["current_timestamp"] = call => Bare(call, "CURRENT_TIMESTAMP"),
        ["current_time"] = call => Bare(call, "CURRENT_TIME"),
        ["localtimestamp"] = call => Bare(call, "LOCALTIMESTAMP"),
        ["localtime"] = call => Bare(call, "LOCALTIME"),
        ["dateadd"] = DateAdd,
        ["datediff"] = DateDifference.Write,
        ["date_part"] = call => Part(call, call.As),
        ["extract"] = call => Part(call, call.As),
        ["date_part_year"] = call => $"CAST(extract(year FROM {call[0].Bare}) AS integer)",
        ["date_trunc"] = call => $"date_trunc({Unit(call)}, {(call.TypeOf(1).Kind == TypeKind.Date ? Timestamp(call, 1) : call[1].Bare)})",
        ["last_day"] = call => LastDay(Timestamp(call, 0)),
        ["add_months"] = call => AddMonths(Timestamp(call, 0), call[1].Bare),
        ["months_between"] = call => MonthsBetween(Timestamp(call, 0), Timestamp(call, 1)),
        ["convert_timezone"] = call => call.Count == 2
            ? (Fragment)$"timezone({call[0].Bare}, timezone('UTC', {call[1].Bare}))"
            : $"timezone({call[1].Bare}, timezone({call[0].Bare}, {call[2].Bare}))",
        ["next_day"] = NextDay,
        ["overlaps"] = call => ((Fragment)$"({call[0].Bare}, {call[1].Bare}) OVERLAPS ({call[2].Bare}, {call[3].Bare})").InBrackets(),
        ["to_char"] = call => call.TypeOf(0).Kind switch
        {
            TypeKind.Date => $"to_char({Timestamp(call, 0)}, {call[1].Bare})",
            TypeKind.Time => $"to_char(date '2000-01-01' + {call[0]}, {call[1].Bare})",
            TypeKind.Timestamp when call.Text(1) is null || call.Text(1)!.Contains("tz", StringComparison.OrdinalIgnoreCase) => $"to_char(CAST({call[0].Bare} AS timestamptz), {call[1].Bare})",
            _ when call.TypeOf(0).IsNumber => $"to_char({call[0].Bare}, {Currency(call)})",
            _ => call.Named("to_char"),
        },
        ["to_date"] = call => $"to_date({call[0].Bare}, {call[1].Bare})",
        ["to_timestamp"] = call => $"to_timestamp({call[0].Bare}, {call[1].Bare})",
        ["date_cmp"] = Compared,
        ["date_cmp_timestamp"] = Compared,
        ["date_cmp_timestamptz"] = Compared,
        ["timestamp_cmp"] = Compared,
        ["timestamp_cmp_date"] = Compared,
        ["timestamp_cmp_timestamptz"] = Compared,
        ["timestamptz_cmp"] = Compared,
        ["timestamptz_cmp_date"] = Compared,
        ["timestamptz_cmp_timestamp"] = Compared,
        ["interval_cmp"] = Compared,
    };

    /// <summary>The part as PostgreSQL names it.</summary>
    public static string Field(DatePart part) => part switch
    {
        DatePart.DayOfWeek => "dow",
        DatePart.DayOfYear => "doy",
        DatePart.Millisecond => "milliseconds",
        DatePart.Microsecond => "microseconds",
        DatePart.TimeZoneHour => "timezone_hour",
        DatePart.TimeZoneMinute => "timezone_minute",
        _ => part.ToString().ToLowerInvariant(),
    };

    static Fragment Timestamp(CallText call, int index) => call.TypeOf(index).Kind == TypeKind.Timestamp ? call[index] : $"CAST({call[index].Bare} AS timestamp)";

    static Fragment Bare(CallText call, string name) => call.Count == 0 ? Fragment.Of(name) : $"{name}({call[0].Bare})";

    static Fragment Compared(CallText call) => TextFunctions.Compared(call[0], call[1]);

    static Fragment LastDay(Fragment date) => $"CAST(date_trunc('month', {date.Bare}) + interval '1 month - 1 day' AS date)";

    static Fragment AddMonths(Fragment date, Fragment months)
    {
        Fragment sum = $"({date} + make_interval(months => {months}))";
        return $"CASE WHEN CAST({date.Bare} AS date) = {LastDay(date)} THEN {LastDay(sum)} + CAST({date.Bare} AS time) ELSE {sum} END";
    }

    static Fragment MonthsBetween(Fragment a, Fragment b)
    {
        Fragment months = $"(extract(year FROM {a.Bare}) - extract(year FROM {b.Bare})) * 12 + extract(month FROM {a.Bare}) - extract(month FROM {b.Bare})";
        Fragment isWhole = $"extract(day FROM {a.Bare}) = extract(day FROM {b.Bare}) OR CAST({a.Bare} AS date) = {LastDay(a)} AND CAST({b.Bare} AS date) = {LastDay(b)}";
        Fragment days = $"extract(day FROM {a.Bare}) - extract(day FROM {b.Bare}) + extract(epoch FROM CAST({a.Bare} AS time) - CAST({b.Bare} AS time)) / 86400";
        return $"CAST({months} + CASE WHEN {isWhole} THEN 0 ELSE ({days}) / 31.0 END AS double precision)";
    }

    static Fragment DateAdd(CallText call)
    {
        var (count, value) = (call[0], call[1]);
        Fragment whole = $"CAST({count.Bare} AS integer)";
        Fragment? years = call.Part switch
        {
            DatePart.Millennium => $"1000 * {whole}",
            DatePart.Century => $"100 * {whole}",
            DatePart.Decade => $"10 * {whole}",
            DatePart.Year => whole,
            _ => null,
        };
        if (years is not null)
        {
            return InYears(value, years);
        }

        Fragment interval = call.Part switch
        {
            DatePart.Quarter => $"make_interval(months => 3 * {whole})",
            DatePart.Month => $"make_interval(months => {whole})",
            DatePart.Week => $"make_interval(weeks => {whole})",
            DatePart.Day or DatePart.DayOfYear or DatePart.DayOfWeek => $"make_interval(days => {whole})",
            DatePart.Hour => $"{count} * interval '1 hour'",
            DatePart.Minute => $"{count} * interval '1 minute'",
            DatePart.Second or DatePart.Epoch => $"{count} * interval '1 second'",
            DatePart.Millisecond => $"{count} * interval '1 millisecond'",
            DatePart.Microsecond => $"{count} * interval '1 microsecond'",
            _ => throw call.Refuse("DATEADD can't add such a part", "add days, months or seconds"),
        };
        return ((Fragment)$"{value} + {interval}").InBrackets();
    }

    // a 29 February that the other year hasn't becomes 1 March (Amazon Redshift: "DATEADD function", Usage notes)
    static Fragment InYears(Fragment value, Fragment years)
    {
        Fragment sum = $"{value} + make_interval(years => {years})";
        return $"CASE WHEN extract(day FROM {value.Bare}) = 29 AND extract(day FROM {sum}) = 28 THEN {sum} + interval '1 day' ELSE {sum} END";
    }

    static Fragment Unit(CallText call) => call.Text(0) is { } unit && DateParts.Find(unit) is { } part ? Fragment.Of($"'{Field(part)}'") : call[0].Bare;

    // of an interval the normal form
    static Fragment Part(CallText call, Func<Fragment, Fragment> convert)
    {
        var isExtract = call.Bound.Function.Name == "extract";
        Fragment value = call.TypeOf(0) switch
        {
            { IsInterval: true } => $"justify_hours({call[0].Bare})",
            { Kind: TypeKind.Date } => $"CAST({call[0].Bare} AS timestamp)",
            _ => call[0].Bare,
        };
        Fragment field = $"extract({Field(call.Part)} FROM {value})";
        return call.Part switch
        {
            DatePart.Decade => convert($"{field} + 1"),
            DatePart.Millisecond => convert($"floor(mod({field}, 1000))"),
            DatePart.Microsecond => convert($"mod({field}, 1000000)"),
            DatePart.Second when isExtract && !call.TypeOf(0).IsInterval => convert($"floor({field})"),
            DatePart.Second => convert(field),
            _ => convert($"floor({field})"),
        };
    }

    // L is the dollar sign, whatever the server's locale has
    static Fragment Currency(CallText call) => call.Text(1) is not { } format ? $"replace(replace({call[1].Bare}, 'L', '\"$\"'), 'l', '\"$\"')"
        : format.Contains('l', StringComparison.OrdinalIgnoreCase) && !format.Contains('"', StringComparison.Ordinal)
            ? Fragment.Of($"'{format.Replace("'", "''", StringComparison.Ordinal).Replace("L", "\"$\"", StringComparison.Ordinal).Replace("l", "\"$\"", StringComparison.Ordinal)}'")
            : call[1].Bare;

    static Fragment NextDay(CallText call)
    {
        if (call.Text(1) is { } name && DayOf(name) < 0)
        {
            throw call.Refuse($"\"{name}\" is not a valid day of the week", "write its name, or the first two letters of it");
        }

        Fragment letters = $"lower(left({call[1].Bare}, 2))";
        Fragment day = call.Text(1) is { Length: > 0 } text && DayOf(text) is >= 0 and var number
            ? Fragment.Of($"{number}")
            : $"CASE {letters} WHEN 'm' THEN 1 WHEN 'w' THEN 3 WHEN 'f' THEN 5 ELSE CAST((strpos({Days}, {letters}) - 1) / 2 AS integer) END";
        return $"(CAST({call[0].Bare} AS date) + (({day} - CAST(extract(dow FROM {call[0].Bare}) AS integer) + 6) % 7) + 1)";
    }

    static int DayOf(string text) => text.ToLowerInvariant() switch
    {
        "su" or "sun" or "sunday" => 0,
        "m" or "mo" or "mon" or "monday" => 1,
        "tu" or "tue" or "tues" or "tuesday" => 2,
        "w" or "we" or "wed" or "wednesday" => 3,
        "th" or "thu" or "thurs" or "thursday" => 4,
        "f" or "fr" or "fri" or "friday" => 5,
        "sa" or "sat" or "saturday" => 6,
        _ => -1,
    };
}
