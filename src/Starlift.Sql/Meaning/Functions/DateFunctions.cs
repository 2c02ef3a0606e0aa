namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Date and time functions".</summary>
static class DateFunctions
{
    const string Deprecated = "Leader node–only functions, deprecated";

    public static FunctionRow[] Rows =>
    [
        new("add_months", "timestamp, integer -> timestamp", "ADD_MONTHS function"),
        new("timezone", "text, timestamp -> timestamptz | text, timestamptz -> timestamp", "TIMEZONE function"),
        new("convert_timezone", "text, timestamp -> timestamp | text, text, timestamp -> timestamp", "CONVERT_TIMEZONE function"),
        new("current_date", "-> date", "CURRENT_DATE function") { Bare = true, ColumnName = "date", Volatility = Volatility.Stable },
        new("sysdate", "-> timestamp", "SYSDATE function") { Bare = true, ColumnName = "timestamp", Volatility = Volatility.Stable },
        new("getdate", "-> timestamp", "GETDATE function") { Volatility = Volatility.Stable },
        new("timeofday", "-> varchar", "TIMEOFDAY function") { Bare = true, Volatility = Volatility.Volatile },
        new("dateadd", "part, bigint, timestamp -> timestamp | part, bigint, timestamptz -> timestamptz | part, bigint, date -> timestamp | part, bigint, time -> time | part, bigint, timetz -> timetz", "DATEADD function") { ColumnName = "date_add" },
        new("date_add", "part, bigint, timestamp -> timestamp | part, bigint, timestamptz -> timestamptz | part, bigint, date -> timestamp | part, bigint, time -> time | part, bigint, timetz -> timetz", "DATEADD function") { SameAs = "dateadd" },
        new("datediff", "part, timestamp, timestamp -> bigint | part, timestamptz, timestamptz -> bigint | part, date, date -> bigint | part, time, time -> bigint | part, timetz, timetz -> bigint", "DATEDIFF function") { ColumnName = "date_diff" },
        new("date_diff", "part, timestamp, timestamp -> bigint | part, timestamptz, timestamptz -> bigint | part, date, date -> bigint | part, time, time -> bigint | part, timetz, timetz -> bigint", "DATEDIFF function") { SameAs = "datediff" },
        new("date_part", "part, timestamp -> double | part, timestamptz -> double | part, date -> double | part, time -> double | part, timetz -> double | part, interval -> double", "DATE_PART function") { ColumnName = "pgdate_part" },
        new("pgdate_part", "part, timestamp -> double | part, timestamptz -> double | part, date -> double | part, time -> double | part, timetz -> double | part, interval -> double", "DATE_PART function") { SameAs = "date_part" },
        new("extract", "part, timestamp -> integer | part, timestamptz -> double | part, date -> integer | part, time -> integer | part, timetz -> integer | part, interval -> integer", "EXTRACT function") { ColumnName = "date_part" },
        new("date_part_year", "date -> integer", "DATE_PART_YEAR function"),
        new("date_trunc", "text, timestamp -> timestamp | text, timestamptz -> timestamptz | text, date -> timestamp | text, interval -> interval", "DATE_TRUNC function"),
        new("last_day", "date -> date | timestamp -> date | timestamptz -> date", "LAST_DAY function"),
        new("months_between", "timestamp, timestamp -> double", "MONTHS_BETWEEN function"),
        new("next_day", "date, text -> date | timestamp, text -> date", "NEXT_DAY function"),
        new("now", "-> timestamptz", Deprecated) { RunsOn = RunsOn.Leader, Volatility = Volatility.Stable },
        new("current_timestamp", "integer? -> timestamptz", Deprecated) { Bare = true, RunsOn = RunsOn.Leader, ColumnName = "timestamptz", Volatility = Volatility.Stable },
        new("current_time", "integer? -> timetz", Deprecated) { Bare = true, RunsOn = RunsOn.Leader, ColumnName = "timetz", Volatility = Volatility.Stable },
        new("localtimestamp", "integer? -> timestamp", Deprecated) { Bare = true, RunsOn = RunsOn.Leader, ColumnName = "timestamp", Volatility = Volatility.Stable },
        new("localtime", "integer? -> time", Deprecated) { Bare = true, RunsOn = RunsOn.Leader, ColumnName = "time", Volatility = Volatility.Stable },
        new("age", "timestamp, timestamp? -> interval | timestamptz, timestamptz? -> interval", Deprecated) { RunsOn = RunsOn.Leader, Volatility = Volatility.Stable },
        new("isfinite", "timestamp -> boolean | timestamptz -> boolean | date -> boolean | interval -> boolean", Deprecated) { RunsOn = RunsOn.Leader },
        new("overlaps", "timestamp, timestamp, timestamp, timestamp -> boolean", "PostgreSQL 8.0, Date/Time Functions"),
    ];
}
