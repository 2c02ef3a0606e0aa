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
        "date_part_year" => call => call.Named("year"),
        "last_day" => call => $"last_day({call[0].Bare})",
        _ => null,
    };
}
