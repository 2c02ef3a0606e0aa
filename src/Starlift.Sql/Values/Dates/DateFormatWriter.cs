namespace Starlift.Sql.Values.Dates;

/// <summary>TO_CHAR of dates, times and intervals (Amazon Redshift: "TO_CHAR function").</summary>
public static class DateFormatWriter
{
    static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <param name="moment">What is written.</param>
    /// <param name="format">How.</param>
    /// <param name="zone">The name that TZ writes.</param>
    /// <param name="offset">East of Greenwich, for OF.</param>
    /// <param name="text">Where it goes.</param>
    /// <exception cref="ValueException">An interval has no such part.</exception>
    public static void Write(in Moment moment, DateFormat format, string zone, TimeSpan offset, TextBuffer text)
    {
        foreach (ref readonly var pattern in format.Patterns)
        {
            var start = text.Length;
            switch (pattern.Field)
            {
                case DateField.Text:
                    text.Append(pattern.Written);
                    break;
                case DateField.Zone:
                    Cased(zone, pattern.IsLower, text);
                    break;
                case DateField.Offset:
                    Offset(offset, text);
                    break;
                case DateField.HalfDay or DateField.HalfDayDots:
                    Cased(Half(moment.Hour % 24 >= 12 ? "PM" : "AM", pattern.Field == DateField.HalfDayDots), pattern.IsLower, text);
                    break;
                case DateField.Era or DateField.EraDots:
                    Cased(Half(moment.Year > 0 || moment.IsInterval ? "AD" : "BC", pattern.Field == DateField.EraDots), pattern.IsLower, text);
                    break;
                case DateField.MonthName or DateField.MonthShort or DateField.DayName or DateField.DayShort:
                    Name(moment, pattern, text);
                    break;
                case DateField.MonthRoman:
                    Padded(Cased(moment.Month is 0 ? "" : Roman[moment.Month - 1], pattern.IsLower), pattern, text);
                    break;
                default:
                    Number(moment, pattern, text);
                    break;
            }

            if (pattern.Ordinal is not null)
            {
                var ordinal = Numbers.Ordinals.Of(text.Written[start..]);
                Cased(ordinal, pattern.Ordinal == "th", text);
            }
        }
    }

    static string Half(string word, bool dots) => dots ? $"{word[0]}.{word[1]}." : word;

    static string Cased(string word, bool lower) => lower ? word.ToLowerInvariant() : word.ToUpperInvariant();

    static void Cased(string word, bool lower, TextBuffer text)
    {
        foreach (var c in word)
        {
            text.Append(lower ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c));
        }
    }

    static void Offset(TimeSpan offset, TextBuffer text)
    {
        text.Append(offset < TimeSpan.Zero ? '-' : '+');
        text.Append(Math.Abs(offset.Hours), 2);
        if (offset.Minutes != 0)
        {
            text.Append(':');
            text.Append(Math.Abs(offset.Minutes), 2);
        }
    }

    static void Name(in Moment moment, in DatePattern pattern, TextBuffer text)
    {
        if (moment.IsInterval)
        {
            throw new ValueException(Text.SqlStates.InvalidDatetimeFormat, "invalid format specification for an interval value");
        }

        var isMonth = pattern.Field is DateField.MonthName or DateField.MonthShort;
        var name = isMonth ? MonthNames.NameOf(moment.Month) : Days[moment.DayOfWeek];
        name = pattern.Digits == 0 ? name[..3] : name;
        Padded(pattern.IsCapitalized ? name : Cased(name, pattern.IsLower), pattern, text);
    }

    static void Padded(string word, in DatePattern pattern, TextBuffer text)
    {
        text.Append(word);
        if (!pattern.Fills)
        {
            text.Append(' ', pattern.Digits - word.Length);
        }
    }

    static void Number(in Moment moment, in DatePattern pattern, TextBuffer text)
    {
        // a year before Christ is written as people count it
        var year = moment.Year > 0 || moment.IsInterval ? moment.Year : 1 - moment.Year;
        if (pattern.Field == DateField.YearComma)
        {
            text.Append(year / 1_000);
            text.Append(',');
            text.Append(year % 1_000, 3);
            return;
        }

        var iso = pattern.Field is DateField.IsoYear or DateField.IsoWeek or DateField.IsoDayOfYear ? moment.IsoWeek : default;
        var number = pattern.Field switch
        {
            DateField.Century => moment.IsInterval ? year / 100 : moment.Century,
            DateField.Year => year,
            DateField.YearDigits => year % Power(pattern.Digits),
            DateField.IsoYear => (iso.Year > 0 ? iso.Year : 1 - iso.Year) % (pattern.Digits == 4 ? int.MaxValue : Power(pattern.Digits)),
            DateField.Quarter => (moment.Month + 2) / 3,
            DateField.Month => moment.Month,
            DateField.WeekOfMonth => ((moment.Day - 1) / 7) + 1,
            DateField.WeekOfYear => ((moment.DayOfYear - 1) / 7) + 1,
            DateField.IsoWeek => iso.Week,
            DateField.DayOfYear => moment.IsInterval ? ((moment.Year * 12) + moment.Month) * 30 + moment.Day : moment.DayOfYear,
            DateField.IsoDayOfYear => ((iso.Week - 1) * 7) + ((moment.DayOfWeek + 6) % 7) + 1,
            DateField.Day => moment.Day,
            DateField.DayOfWeek => moment.DayOfWeek + 1,
            DateField.IsoDayOfWeek => ((moment.DayOfWeek + 6) % 7) + 1,
            DateField.JulianDay => moment.Days + CalendarTime.JulianDayOfEpoch,
            DateField.Hour24 => moment.Hour,
            DateField.Hour12 => moment.Hour % 12 == 0 ? 12 : moment.Hour % 12,
            DateField.Minute => moment.Minute,
            DateField.Second => moment.Second,
            DateField.Millisecond => moment.Microsecond / 1_000,
            DateField.Microsecond => moment.Microsecond,
            DateField.SecondOfDay => (moment.Hour * 3_600) + (moment.Minute * 60) + moment.Second,
            _ => throw new InvalidOperationException($"{pattern.Field} is no number"),
        };
        // a fraction of a second keeps its zeros, which tell what it is worth
        var padded = !pattern.Fills || pattern.Field is DateField.Millisecond or DateField.Microsecond;
        text.Append(number, padded ? pattern.Digits : 1);
    }

    static int Power(int digits) => digits switch { 1 => 10, 2 => 100, _ => 1_000 };
}
