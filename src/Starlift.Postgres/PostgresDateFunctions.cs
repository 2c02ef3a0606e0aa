using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Functions of dates and times (Amazon Redshift: "Date and time functions").</summary>
static class PostgresDateFunctions
{
    /// <summary>The transaction's start in UTC, without a zone.</summary>
    public const string Now = "(now() AT TIME ZONE 'UTC')";

    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["getdate"] = call => call.With($"date_trunc('second', {Now})"),
        ["dateadd"] = DateAdd,
        ["date_add"] = DateAdd,
        ["datediff"] = DateDiff,
        ["date_diff"] = DateDiff,
        ["date_part"] = call => call.Arguments is [var part, var date] ? call.With(Part(call, part, date, "double precision")) : null,
        ["pgdate_part"] = call => call.Arguments is [var part, var date] ? call.With(Part(call, part, date, "double precision")) : null,
        ["extract"] = call => call.Arguments is [var argument] && argument.SplitAt("from") is { } parts
            ? call.With(Part(call, parts.Before, parts.After, "bigint"))
            : null,
        ["date_trunc"] = call => call.Arguments is [var part, var date] ? call.With($"date_trunc('{FieldOf(call, part)}', {Timestamp(date)})") : null,
        ["last_day"] = call => call.Arguments is [var date] ? call.With(LastDay(Timestamp(date))) : null,
        ["add_months"] = call => call.Arguments is [var date, var months] ? call.With(AddMonths(Timestamp(date), months.Text)) : null,
        ["months_between"] = call => call.Arguments is [var left, var right] ? call.With(MonthsBetween(Timestamp(left), Timestamp(right))) : null,
        ["convert_timezone"] = ConvertTimezone,
        // neither does PostgreSQL guess the type of a literal
        ["to_char"] = call => call.Arguments is [{ Literal: not null } date, var format] ? call.With($"to_char({Timestamp(date)}, {format.Text})") : null,
    };

    static string Timestamp(Argument argument) => $"CAST({argument.Text} AS timestamp)";

    static string LastDay(string date) => $"CAST(date_trunc('month', {date}) + interval '1 month - 1 day' AS date)";

    static string AddMonths(string date, string months)
    {
        var sum = $"({date} + make_interval(months => CAST({months} AS integer)))";
        return $"CASE WHEN CAST({date} AS date) = {LastDay(date)} THEN {LastDay(sum)} + CAST({date} AS time) ELSE {sum} END";
    }

    static string MonthsBetween(string a, string b) =>
        $"CAST((extract(year FROM {a}) - extract(year FROM {b})) * 12 + extract(month FROM {a}) - extract(month FROM {b}) "
        + $"+ CASE WHEN extract(day FROM {a}) = extract(day FROM {b}) OR (CAST({a} AS date) = {LastDay(a)} AND CAST({b} AS date) = {LastDay(b)}) THEN 0 "
        + $"ELSE (extract(day FROM {a}) - extract(day FROM {b}) + extract(epoch FROM CAST({a} AS time) - CAST({b} AS time)) / 86400) / 31.0 END AS double precision)";

    static Rewritten? DateAdd(FunctionCall call)
    {
        if (call.Arguments is not [var part, var count, var date])
        {
            return null;
        }

        var whole = $"CAST({count.Text} AS integer)";
        var interval = NameOf(call, part) switch
        {
            "millennium" => $"make_interval(years => 1000 * {whole})",
            "century" => $"make_interval(years => 100 * {whole})",
            "decade" => $"make_interval(years => 10 * {whole})",
            "year" => $"make_interval(years => {whole})",
            "quarter" => $"make_interval(months => 3 * {whole})",
            "month" => $"make_interval(months => {whole})",
            "week" => $"make_interval(weeks => {whole})",
            "day" or "dayofyear" or "dayofweek" => $"make_interval(days => {whole})",
            "hour" => $"CAST({count.Text} AS bigint) * interval '1 hour'",
            "minute" => $"CAST({count.Text} AS bigint) * interval '1 minute'",
            "second" or "epoch" => $"CAST({count.Text} AS bigint) * interval '1 second'",
            "millisecond" => $"CAST({count.Text} AS bigint) * interval '1 millisecond'",
            "microsecond" => $"CAST({count.Text} AS bigint) * interval '1 microsecond'",
            var other => throw call.Error($"DATEADD can't add a {other}", "add days, months or seconds"),
        };
        return call.With($"({(date.Literal is null ? date.Operand : Timestamp(date))} + {interval})");
    }

    static Rewritten? DateDiff(FunctionCall call)
    {
        if (call.Arguments is not [var part, var first, var second])
        {
            return null;
        }

        var (a, b) = (Timestamp(first), Timestamp(second));
        string Years(int years) => $"floor(extract(year FROM {b}) / {years}) - floor(extract(year FROM {a}) / {years})";
        string Within(string field, int perYear) =>
            $"(extract(year FROM {b}) - extract(year FROM {a})) * {perYear} + extract({field} FROM {b}) - extract({field} FROM {a})";
        string Seconds(string field, string factor) => $"extract(epoch FROM date_trunc('{field}', {b}) - date_trunc('{field}', {a})) {factor}";
        var difference = NameOf(call, part) switch
        {
            "millennium" => Years(1000),
            "century" => Years(100),
            "decade" => Years(10),
            "year" => Years(1),
            "quarter" => Within("quarter", 4),
            "month" => Within("month", 12),
            "week" => $"(CAST(date_trunc('week', {b}) AS date) - CAST(date_trunc('week', {a}) AS date)) / 7",
            "day" or "dayofyear" or "dayofweek" => $"CAST({b} AS date) - CAST({a} AS date)",
            "hour" => Seconds("hour", "/ 3600"),
            "minute" => Seconds("minute", "/ 60"),
            "second" or "epoch" => Seconds("second", "* 1"),
            "millisecond" => Seconds("milliseconds", "* 1000"),
            "microsecond" => Seconds("microseconds", "* 1000000"),
            var other => throw call.Error($"DATEDIFF can't count a {other}", "count days, months or seconds"),
        };
        return call.With($"CAST({difference} AS bigint)");
    }

    // Redshift gives whole numbers, where PostgreSQL's seconds and their parts have fractions
    static string Part(FunctionCall call, Argument part, Argument date, string type) =>
        $"CAST(floor(extract({FieldOf(call, part)} FROM {(date.Literal is null ? date.Text : Timestamp(date))})) AS {type})";

    static string FieldOf(FunctionCall call, Argument part) => NameOf(call, part) switch
    {
        "dayofweek" => "dow",
        "dayofyear" => "doy",
        "millisecond" => "milliseconds",
        "microsecond" => "microseconds",
        var name => name,
    };

    static string NameOf(FunctionCall call, Argument part) => part.Word is { } word
        ? DateParts.Find(word) ?? throw call.Error($"{call.Name.ToUpperInvariant()} knows no date part {word}",
            NearMiss.Hint(word, DateParts.All) ?? "write year, month, day, hour …")
        : throw call.Error($"{call.Name.ToUpperInvariant()} begins with no date part", "write year, month, day, hour …");

    static Rewritten? ConvertTimezone(FunctionCall call) => call.Arguments switch
    {
        [var target, var time] => call.With(Convert("'UTC'", target.Text, time)),
        [var source, var target, var time] => call.With(Convert(source.Text, target.Text, time)),
        _ => null,
    };

    static string Convert(string source, string target, Argument time) => $"timezone({target}, timezone({source}, {Timestamp(time)}))";
}
