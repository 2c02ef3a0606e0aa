using System.Globalization;
using System.Text;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values.Dates;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Conversions between texts and other types, and literals of dates and times.</summary>
static class ValueConversions
{
    const string SessionZone = "current_setting('TimeZone')";

    /// <summary>A text as another type; null where DuckDB's cast does it.</summary>
    public static Fragment? Read(Fragment text, DataType to) => to.Kind switch
    {
        TypeKind.Boolean => (Fragment)$"starlift_boolean({text.Bare})",
        TypeKind.SmallInt => $"starlift_smallint({text.Bare})",
        TypeKind.Integer => $"starlift_integer({text.Bare})",
        TypeKind.BigInt => $"starlift_bigint({text.Bare})",
        TypeKind.Date => $"starlift_date({text.Bare})",
        TypeKind.Timestamp => $"starlift_timestamp({text.Bare})",
        TypeKind.TimestampTz => $"starlift_timestamptz({text.Bare}, {SessionZone})",
        TypeKind.Time => $"starlift_time({text.Bare})",
        TypeKind.TimeTz => $"starlift_timetz({text.Bare}, {SessionZone})",
        TypeKind.Interval or TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond => $"starlift_interval({text.Bare})",
        _ => null,
    };

    /// <summary>A written date or time, read here, so that the engine has nothing to guess.</summary>
    /// <param name="text">Neither <c>now</c> nor another word that the clock decides.</param>
    /// <exception cref="Sql.Values.ValueException">The text is none.</exception>
    public static Fragment Literal(string text, DataType type)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (type.Kind)
        {
            case TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz when text is "infinity" or "-infinity":
                return $"CAST({DuckDbName.Literal(text)} AS {(type.Kind == TypeKind.Date ? "DATE" : type.Kind == TypeKind.Timestamp ? "TIMESTAMP" : "TIMESTAMPTZ")})";
            case TypeKind.Date:
                var days = DateTimeText.Date(bytes, 0);
                return IsPlain(days) ? (Fragment)$"DATE '{Date(days)}'" : $"CAST({Made(days * CalendarTime.MicrosecondsPerDay)} AS DATE)";
            case TypeKind.Time:
                return $"TIME '{Time(DateTimeText.Time(bytes, 0))}'";
            case TypeKind.TimeTz:
                return $"starlift_timetz({DuckDbName.Literal(text)}, {SessionZone})";
            case TypeKind.TimestampTz when DateTimeText.HasZone(bytes):
                var utc = DateTimeText.TimestampTz(bytes, 0, Zone.Utc);
                return IsPlainTime(utc) ? (Fragment)$"TIMESTAMPTZ '{Timestamp(utc)}+00'" : $"timezone('UTC', {Made(utc)})";
            case TypeKind.TimestampTz:
                return $"CAST({Literal(text, DataType.Timestamp)} AS TIMESTAMPTZ)";
            default:
                var local = DateTimeText.Timestamp(bytes, 0);
                return IsPlainTime(local) ? (Fragment)$"TIMESTAMP '{Timestamp(local)}'" : Made(local);
        }
    }

    /// <summary>An interval as DuckDB writes one.</summary>
    public static Fragment Literal(Interval interval) =>
        Fragment.Of(string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{interval.Months} months {interval.Days} days {interval.Microseconds} microseconds'"));

    // years of four digits after Christ
    static bool IsPlain(long days) => days is >= -719_162 and <= 2_932_896;

    static bool IsPlainTime(long microseconds) => IsPlain(CalendarTime.FloorDivide(microseconds, CalendarTime.MicrosecondsPerDay));

    static Fragment Made(long microseconds) => $"make_timestamp({microseconds.ToString(CultureInfo.InvariantCulture)})";

    static string Date(long days) => DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Timestamp(long microseconds) =>
        DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    static string Time(long microseconds) => microseconds == CalendarTime.MicrosecondsPerDay
        ? "24:00:00"
        : TimeSpan.FromMicroseconds(microseconds).ToString(@"hh\:mm\:ss\.FFFFFF", CultureInfo.InvariantCulture).TrimEnd('.');
}
