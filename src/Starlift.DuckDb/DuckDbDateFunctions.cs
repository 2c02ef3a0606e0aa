using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of dates and times (Amazon Redshift: "Date and time functions", "Data type formatting functions").</summary>
static class DuckDbDateFunctions
{
    /// <summary>The transaction's start in UTC, without a zone.</summary>
    public const string Now = "(now() AT TIME ZONE 'UTC')";

    const string SecondNow = $"date_trunc('second', {Now})";

    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["getdate"] = call => call.With(SecondNow),
        // written out, so that the DEFAULT of a table needs no macro
        ["trunc"] = call => call.Arguments is [{ Text: Now or SecondNow } now] ? call.With($"CAST({now.Text} AS DATE)") : null,
        ["dateadd"] = DateAdd,
        ["date_add"] = DateAdd,
        ["datediff"] = DateDiff,
        ["date_diff"] = DateDiff,
        ["date_part"] = call => call.Arguments is [var part, var date] ? call.With(Part(call, part, date, "DOUBLE")) : null,
        ["pgdate_part"] = call => call.Arguments is [var part, var date] ? call.With(Part(call, part, date, "DOUBLE")) : null,
        ["extract"] = call => call.Arguments is [var argument] && argument.SplitAt("from") is { } parts
            ? call.With(Part(call, parts.Before, parts.After, "BIGINT"))
            : null,
        ["date_trunc"] = call => call.Arguments is [var part, var date]
            ? call.With($"date_trunc('{NameOf(call, part)}', {Timestamp(date)})")
            : null,
        ["last_day"] = call => call.Arguments is [{ Literal: not null } date] ? call.With($"last_day({Timestamp(date)})") : null,
        ["add_months"] = call => call.Arguments is [var date, var months] ? call.With(AddMonths(Operand(date), months.Text)) : null,
        ["months_between"] = call => call.Arguments is [var left, var right] ? call.With(MonthsBetween(Operand(left), Operand(right))) : null,
        ["convert_timezone"] = ConvertTimezone,
        ["to_char"] = ToChar,
        ["to_date"] = call => call.Arguments is [var text, var format, ..]
            ? call.With($"CAST({DuckDbDateFormat.Read(call, text, format)} AS DATE)")
            : null,
        ["to_timestamp"] = call => call.Arguments is [var text, var format, ..]
            ? call.With($"CAST({DuckDbDateFormat.Read(call, text, format)} AS TIMESTAMPTZ)")
            : null,
    };

    /// <summary>The argument as DuckDB takes it for a time: it does not guess the type of a literal.</summary>
    public static string Timestamp(Argument argument) => argument.Literal is null ? argument.Text : $"CAST({argument.Text} AS TIMESTAMP)";

    static string Operand(Argument date) => date.Literal is null ? date.Operand : Timestamp(date);

    // The last day of a month stays the last day.
    static string AddMonths(string date, string months) =>
        $"(CASE WHEN CAST({date} AS DATE) = last_day({date}) "
        + $"THEN CAST(last_day({date} + to_months(CAST({months} AS INTEGER))) AS TIMESTAMP) + {TimeOfDay(date)} "
        + $"ELSE CAST({date} AS TIMESTAMP) + to_months(CAST({months} AS INTEGER)) END)";

    // Whole months between the same days, or between last days; else days and their fractions count a 31st each.
    static string MonthsBetween(string left, string right) =>
        $"(CAST((year({left}) - year({right})) * 12 + month({left}) - month({right}) AS DOUBLE) "
        + $"+ CASE WHEN day({left}) = day({right}) OR (CAST({left} AS DATE) = last_day({left}) AND CAST({right} AS DATE) = last_day({right})) THEN 0 "
        + $"ELSE (day({left}) - day({right}) + CAST(epoch({TimeOfDay(left)}) - epoch({TimeOfDay(right)}) AS DOUBLE) / 86400) / 31.0 END)";

    static string TimeOfDay(string date) => $"(CAST({date} AS TIMESTAMP) - date_trunc('day', CAST({date} AS TIMESTAMP)))";

    static Rewritten? DateAdd(FunctionCall call)
    {
        if (call.Arguments is not [var part, var count, var date])
        {
            return null;
        }

        var interval = NameOf(call, part) switch
        {
            "millennium" => $"to_years(1000 * CAST({count.Text} AS INTEGER))",
            "century" => $"to_years(100 * CAST({count.Text} AS INTEGER))",
            "decade" => $"to_years(10 * CAST({count.Text} AS INTEGER))",
            "year" => $"to_years(CAST({count.Text} AS INTEGER))",
            "quarter" => $"to_months(3 * CAST({count.Text} AS INTEGER))",
            "month" => $"to_months(CAST({count.Text} AS INTEGER))",
            "week" => $"to_days(7 * CAST({count.Text} AS INTEGER))",
            "day" or "dayofyear" or "dayofweek" => $"to_days(CAST({count.Text} AS INTEGER))",
            "hour" => $"to_microseconds(3600000000 * CAST({count.Text} AS BIGINT))",
            "minute" => $"to_microseconds(60000000 * CAST({count.Text} AS BIGINT))",
            "second" or "epoch" => $"to_microseconds(1000000 * CAST({count.Text} AS BIGINT))",
            "millisecond" => $"to_microseconds(1000 * CAST({count.Text} AS BIGINT))",
            "microsecond" => $"to_microseconds(CAST({count.Text} AS BIGINT))",
            var other => throw call.Error($"DATEADD can't add a {other}", "add days, months or seconds"),
        };
        return call.With($"({Operand(date)} + {interval})");
    }

    static Rewritten? DateDiff(FunctionCall call)
    {
        if (call.Arguments is not [var part, var first, var second])
        {
            return null;
        }

        var name = NameOf(call, part) switch { "dayofyear" or "dayofweek" => "day", var other => other };
        return call.With($"date_diff('{name}', {Timestamp(first)}, {Timestamp(second)})");
    }

    static string Part(FunctionCall call, Argument part, Argument date, string type)
    {
        var name = NameOf(call, part);
        var value = $"date_part('{name}', {Timestamp(date)})";
        // only the epoch has a fraction here, and none in Redshift
        return name == "epoch" ? $"CAST(floor({value}) AS {type})" : $"CAST({value} AS {type})";
    }

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

    static string Convert(string source, string target, Argument time) =>
        $"timezone({target}, timezone({source}, CAST({time.Text} AS TIMESTAMP)))";

    static Rewritten? ToChar(FunctionCall call)
    {
        if (call.Arguments is not [var value, var format])
        {
            return null;
        }

        var literal = format.Literal ?? throw call.Error("the format of TO_CHAR is no string", "on DuckDB it has to be a 'string'");
        return call.With(DuckDbNumberFormat.Reads(literal)
            ? DuckDbNumberFormat.Write(call, value, literal)
            : DuckDbDateFormat.Write(call, value, literal));
    }
}
