using System.Globalization;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>What a datetime format has read, before it is put together. Unlike <see cref="CalendarFields"/> a part may be out of range.</summary>
struct ReadFields
{
    public int? Month;
    public int? Year;
    public bool BeforeChrist;
    public bool? Afternoon;
    int? _day;
    int? _dayOfYear;
    int? _isoYear;
    int? _isoWeek;
    int? _isoDay;
    int? _weekOfYear;
    int? _weekOfMonth;
    int? _century;
    int? _julian;
    int? _secondOfDay;
    int _hour;
    int _minute;
    int _second;
    int _microsecond;

    public void Set(in DatePattern pattern, int number, int digits)
    {
        switch (pattern.Field)
        {
            case DateField.Year: Year = number; break;
            case DateField.YearDigits: Year = Completed(number, digits); break;
            case DateField.IsoYear: _isoYear = pattern.Digits == 4 ? number : Completed(number, digits); break;
            case DateField.Month: Month = number; break;
            case DateField.Day: _day = number; break;
            case DateField.DayOfYear: _dayOfYear = number; break;
            case DateField.IsoWeek: _isoWeek = number; break;
            case DateField.IsoDayOfWeek: _isoDay = number; break;
            case DateField.WeekOfYear: _weekOfYear = number; break;
            case DateField.WeekOfMonth: _weekOfMonth = number; break;
            case DateField.Century: _century = number; break;
            case DateField.JulianDay: _julian = number; break;
            case DateField.Hour24 or DateField.Hour12: _hour = number; break;
            case DateField.Minute: _minute = number; break;
            case DateField.Second: _second = number; break;
            case DateField.Millisecond: _microsecond += number * Power(6 - digits); break;
            case DateField.Microsecond: _microsecond += number * Power(6 - digits); break;
            case DateField.SecondOfDay: _secondOfDay = number; break;
        }
    }

    public readonly long Microseconds(bool strict)
    {
        var hour = Afternoon is { } afternoon && _hour is >= 1 and <= 12 ? (_hour % 12) + (afternoon ? 12 : 0) : _hour;
        if (strict && (hour > 23 || _minute > 59 || _second > 59 || _secondOfDay > 86_399))
        {
            throw OutOfRange($"date/time field time value out of range: {hour}:{_minute:00}:{_second}.{_microsecond}");
        }

        var days = Days(strict);
        if (days < CalendarTime.MinMicroseconds / CalendarTime.MicrosecondsPerDay || days > CalendarTime.MaxMicroseconds / CalendarTime.MicrosecondsPerDay)
        {
            throw OutOfRange("timestamp out of range");
        }

        var seconds = _secondOfDay ?? ((hour * 3_600L) + (_minute * 60L) + _second);
        return (days * CalendarTime.MicrosecondsPerDay) + (seconds * CalendarTime.MicrosecondsPerSecond) + _microsecond;
    }

    readonly long Days(bool strict)
    {
        if (_julian is { } julian)
        {
            return julian - CalendarTime.JulianDayOfEpoch;
        }

        if (_isoYear is { } iso)
        {
            var fourth = CalendarTime.DaysOfMonth(iso, 1) + 3;
            var monday = fourth - ((fourth + 3) % 7 + 7) % 7;
            return monday + (((_isoWeek ?? 1) - 1) * 7L) + ((_isoDay ?? 1) - 1);
        }

        var written = Year ?? (_century is { } century ? ((century - 1) * 100) + 1 : 0);
        var year = BeforeChrist ? 1 - written : written;
        if (_dayOfYear is { } dayOfYear)
        {
            return strict && (dayOfYear < 1 || dayOfYear > (CalendarTime.IsLeap(year) ? 366 : 365))
                ? throw OutOfRange($"date/time field date value out of range: {written}-{dayOfYear}")
                : CalendarTime.DaysOfMonth(year, 1) + dayOfYear - 1;
        }

        if (_weekOfYear is { } week && Month is null)
        {
            return CalendarTime.DaysOfMonth(year, 1) + ((week - 1) * 7L);
        }

        var month = Month ?? 1;
        var day = _day ?? (_weekOfMonth is { } weekOfMonth ? ((weekOfMonth - 1) * 7) + 1 : 1);
        return strict && (month is < 1 or > 12 || day < 1 || day > CalendarTime.DaysIn(year, month))
            ? throw OutOfRange($"date/time field date value out of range: {written}-{month}-{day}")
            : CalendarTime.DaysOfMonth(year, month) + day - 1;
    }

    // the year next to 2020 with these last digits, as far as PostgreSQL's rule goes
    static int Completed(int number, int digits) => digits switch
    {
        >= 4 => number,
        3 => number >= 100 ? 1_000 + number : 2_000 + number,
        _ => CalendarTime.FullYear(number),
    };

    static int Power(int exponent) => exponent switch { <= 0 => 1, 1 => 10, 2 => 100, 3 => 1_000, 4 => 10_000, 5 => 100_000, _ => 1_000_000 };

    static ValueException OutOfRange(FormattableString message) => new(SqlStates.DatetimeFieldOverflow, message.ToString(CultureInfo.InvariantCulture));

    static ValueException OutOfRange(string message) => new(SqlStates.DatetimeFieldOverflow, message);
}
