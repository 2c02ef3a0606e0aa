namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Date and time functions", those that compare: −1, 0 or 1.</summary>
static class DateComparisonFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("date_cmp", "date, date -> integer", "DATE_CMP function"),
        new("date_cmp_timestamp", "date, timestamp -> integer", "DATE_CMP_TIMESTAMP function"),
        new("date_cmp_timestamptz", "date, timestamptz -> integer", "DATE_CMP_TIMESTAMPTZ function") { Volatility = Volatility.Stable },
        new("timestamp_cmp", "timestamp, timestamp -> integer", "TIMESTAMP_CMP function"),
        new("timestamp_cmp_date", "timestamp, date -> integer", "TIMESTAMP_CMP_DATE function"),
        new("timestamp_cmp_timestamptz", "timestamp, timestamptz -> integer", "TIMESTAMP_CMP_TIMESTAMPTZ function") { Volatility = Volatility.Stable },
        new("timestamptz_cmp", "timestamptz, timestamptz -> integer", "TIMESTAMPTZ_CMP function"),
        new("timestamptz_cmp_date", "timestamptz, date -> integer", "TIMESTAMPTZ_CMP_DATE function") { Volatility = Volatility.Stable },
        new("timestamptz_cmp_timestamp", "timestamptz, timestamp -> integer", "TIMESTAMPTZ_CMP_TIMESTAMP function") { Volatility = Volatility.Stable },
        new("interval_cmp", "interval, interval -> integer", "INTERVAL_CMP function"),
    ];
}
