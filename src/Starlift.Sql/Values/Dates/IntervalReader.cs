using System.Globalization;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>
/// Texts as intervals (Amazon Redshift: "Interval data types and literals", "Examples of interval literals without qualifier syntax"): quantities
/// with units, with commas or without, <c>1-2</c> for years and months, <c>2:03:04.5</c> for a time, and a bare number of the qualifier's unit.
/// </summary>
public static class IntervalReader
{
    const decimal MonthsDays = 30;

    /// <summary>Without a qualifier a bare number counts seconds.</summary>
    /// <exception cref="ValueException">The text is no interval.</exception>
    public static Interval Read(ReadOnlySpan<char> text) => Read(text, null);

    /// <param name="text">What stands in the quotes.</param>
    /// <param name="bounds">The qualifier; null without.</param>
    /// <exception cref="ValueException">The text is no interval, or it mixes months with days where the qualifier has one of them.</exception>
    public static Interval Read(ReadOnlySpan<char> text, IntervalBounds? bounds)
    {
        var sum = new IntervalSum();
        var rest = text.Trim(" \t\r\n");
        if (rest is ['@', ..])
        {
            rest = rest[1..].TrimStart(' ');
        }

        if (rest.IsEmpty)
        {
            throw Bad(text);
        }

        var ago = rest.EndsWith(" ago", StringComparison.OrdinalIgnoreCase);
        rest = ago ? rest[..^4].TrimEnd(' ') : rest;
        try
        {
            while (!rest.IsEmpty)
            {
                rest = Part(rest, text, bounds, ref sum).TrimStart(" \t,");
            }

            var interval = sum.Total();
            return Bounded(ago ? new Interval(-interval.Months, -interval.Days, -interval.Microseconds) : interval, bounds);
        }
        catch (OverflowException)
        {
            throw new ValueException(SqlStates.IntervalFieldOverflow, $"interval field value out of range: \"{text}\"");
        }
    }

    static ReadOnlySpan<char> Part(ReadOnlySpan<char> rest, ReadOnlySpan<char> text, IntervalBounds? bounds, scoped ref IntervalSum sum)
    {
        var end = rest[0] is '+' or '-' ? 1 : 0;
        var negative = rest[0] == '-';
        var start = end;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or ':' || (rest[end] == '-' && end > start && char.IsAsciiDigit(rest[end - 1]))))
        {
            end++;
        }

        var number = rest[start..end];
        rest = rest[end..];
        if (number.IsEmpty)
        {
            throw Bad(text);
        }

        if (number.Contains(':'))
        {
            var time = Time(number, bounds) ?? throw Bad(text);
            sum.Add(DatePart.Microsecond, negative ? -time : time);
            return rest;
        }

        if (number.IndexOf('-') is > 0 and var dash)
        {
            if (!Whole(number[..dash], out var years) || !Whole(number[(dash + 1)..], out var months) || months > 11)
            {
                throw Bad(text);
            }

            sum.Add(DatePart.Month, (negative ? -1 : 1) * ((years * 12m) + months));
            return rest;
        }

        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity))
        {
            throw Bad(text);
        }

        quantity = negative ? -quantity : quantity;
        rest = rest.TrimStart(' ');
        var letters = 0;
        while (letters < rest.Length && char.IsAsciiLetter(rest[letters]))
        {
            letters++;
        }

        if (letters > 0)
        {
            sum.Add(Unit(rest[..letters]) ?? throw Bad(text), quantity);
            return rest[letters..];
        }

        // "1 2:03": a bare number before a time counts days
        sum.Add(rest.IsEmpty || !rest.Contains(':') ? bounds?.Last ?? DatePart.Second : DatePart.Day, quantity);
        return rest;
    }

    static DatePart? Unit(ReadOnlySpan<char> word) => DateParts.Find(word.ToString()) is { } part and not (DatePart.DayOfWeek or DatePart.DayOfYear or DatePart.Epoch
        or DatePart.TimeZone or DatePart.TimeZoneHour or DatePart.TimeZoneMinute) ? part : null;

    /// <summary>Two fields are hours and minutes, but minutes and seconds under MINUTE TO SECOND.</summary>
    static decimal? Time(ReadOnlySpan<char> number, IntervalBounds? bounds)
    {
        Span<Range> ranges = stackalloc Range[4];
        var count = number.Split(ranges, ':');
        if (count > 3)
        {
            return null;
        }

        decimal seconds = 0;
        var unit = count == 2 && (bounds is { First: DatePart.Minute, Last: DatePart.Second } || number.Contains('.')) ? 60m : 3_600m;
        for (var i = 0; i < count; i++, unit /= 60)
        {
            var field = number[ranges[i]];
            if (!decimal.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || (i < count - 1 && field.Contains('.')) || (i > 0 && value >= 60))
            {
                return null;
            }

            seconds += value * unit;
        }

        return seconds * CalendarTime.MicrosecondsPerSecond;
    }

    static Interval Bounded(Interval interval, IntervalBounds? bounds)
    {
        if (bounds is not { } given)
        {
            return interval;
        }

        if (given.IsYearMonth ? interval.Days != 0 || interval.Microseconds != 0 : interval.Months != 0)
        {
            if (given.ForbidsComposites)
            {
                throw new ValueException(SqlStates.InvalidDatetimeFormat, given.IsYearMonth
                    ? "Interval Year To Month literal cannot contain day-second parts. Disable the GUC interval_forbid_composite_literals to allow it."
                    : "Interval Day To Second literal cannot contain year-month parts. Disable the GUC interval_forbid_composite_literals to allow it.");
            }

            interval = given.IsYearMonth ? new Interval(interval.Months, 0, 0) : interval with { Months = 0 };
        }

        return given.Last switch
        {
            DatePart.Year => interval with { Months = interval.Months / 12 * 12 },
            DatePart.Month => interval,
            DatePart.Day => interval with { Microseconds = 0 },
            DatePart.Hour => interval with { Microseconds = Cut(interval.Microseconds, 3_600 * CalendarTime.MicrosecondsPerSecond) },
            DatePart.Minute => interval with { Microseconds = Cut(interval.Microseconds, 60 * CalendarTime.MicrosecondsPerSecond) },
            _ => interval with { Microseconds = Rounded(interval.Microseconds, given.Precision) },
        };
    }

    static long Cut(long value, long unit) => value / unit * unit;

    static long Rounded(long value, int digits)
    {
        var unit = digits switch { 0 => 1_000_000L, 1 => 100_000, 2 => 10_000, 3 => 1_000, 4 => 100, 5 => 10, _ => 1 };
        return (value + (value < 0 ? -unit / 2 : unit / 2)) / unit * unit;
    }

    static bool Whole(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    static ValueException Bad(ReadOnlySpan<char> text) => new(SqlStates.InvalidDatetimeFormat, $"invalid input syntax for type interval: \"{text}\"");

    /// <summary>What was read so far. Fractions go down: of months to days, of days to microseconds.</summary>
    struct IntervalSum
    {
        decimal _months;
        decimal _days;
        decimal _microseconds;

        public void Add(DatePart unit, decimal quantity)
        {
            switch (unit)
            {
                case DatePart.Millennium: Months(quantity * 12_000); break;
                case DatePart.Century: Months(quantity * 1_200); break;
                case DatePart.Decade: Months(quantity * 120); break;
                case DatePart.Year: Months(quantity * 12); break;
                case DatePart.Quarter: Months(quantity * 3); break;
                case DatePart.Month: Months(quantity); break;
                case DatePart.Week: Days(quantity * 7); break;
                case DatePart.Day: Days(quantity); break;
                case DatePart.Hour: _microseconds += quantity * 3_600_000_000; break;
                case DatePart.Minute: _microseconds += quantity * 60_000_000; break;
                case DatePart.Second: _microseconds += quantity * 1_000_000; break;
                case DatePart.Millisecond: _microseconds += quantity * 1_000; break;
                default: _microseconds += quantity; break;
            }
        }

        // what is smaller than a microsecond is cut
        public readonly Interval Total() => new((int)_months, (int)_days, (long)decimal.Truncate(_microseconds));

        void Months(decimal quantity)
        {
            var whole = decimal.Truncate(quantity);
            _months += whole;
            if (quantity != whole)
            {
                Days((quantity - whole) * MonthsDays);
            }
        }

        void Days(decimal quantity)
        {
            var whole = decimal.Truncate(quantity);
            _days += whole;
            _microseconds += (quantity - whole) * CalendarTime.MicrosecondsPerDay;
        }
    }
}
