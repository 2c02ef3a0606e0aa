using System.Globalization;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Sql.Values.Dates;

namespace Starlift.Copying;

/// <summary>
/// Text to DATE, TIME, TIMESTAMP and TIMESTAMPTZ by one DATEFORMAT and one TIMEFORMAT a COPY (Amazon Redshift: "DATEFORMAT and
/// TIMEFORMAT strings").
/// </summary>
sealed class TemporalConversion
{
    readonly DateTimeFormat? _date;
    readonly DateTimeFormat? _timestamp;
    readonly DateTimeFormat? _timestampTz;
    readonly string _timeFormat;

    TemporalConversion(CopyStatement copy)
    {
        _date = copy.DateFormat switch
        {
            null => DateTimeFormat.Date,
            "auto" => null,
            var written => DateTimeFormat.Parse(written),
        };
        (_timestamp, _timestampTz) = copy.TimeFormat switch
        {
            null => (DateTimeFormat.Timestamp, DateTimeFormat.TimestampTz),
            "auto" or "epochsecs" or "epochmillisecs" => (null, null),
            var written => (DateTimeFormat.Parse(written), DateTimeFormat.Parse(written)),
        };
        EpochUnit = copy.TimeFormat switch
        {
            "epochsecs" => CalendarTime.MicrosecondsPerSecond,
            "epochmillisecs" => CalendarTime.MicrosecondsPerSecond / 1_000,
            _ => 0,
        };
        _timeFormat = copy.TimeFormat ?? "YYYY-MM-DD HH24:MI:SS";
    }

    /// <summary>Microseconds of one unit where TIMEFORMAT is 'epochsecs' or 'epochmillisecs'; else 0.</summary>
    public long EpochUnit { get; }

    /// <exception cref="ConfigurationException">A format string can't be used.</exception>
    public static TemporalConversion Of(CopyStatement copy)
    {
        try
        {
            return new TemporalConversion(copy);
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"the date or time format {e.Message}", copy.Source.PlaceOf(copy.Source.Start), inner: e);
        }
    }

    /// <param name="text">Without blanks around it, not empty.</param>
    /// <param name="days">Since 1970-01-01.</param>
    /// <param name="error">Set where the result is false.</param>
    public bool TryDate(ReadOnlySpan<byte> text, out int days, out ConversionError error)
    {
        error = default;
        if (TryRead(_date, text, partial: true, out var fields) && fields.TryGetDays(out days))
        {
            return true;
        }

        days = 0;
        var format = _date?.Text ?? "auto";
        error = new ConversionError(
            LoadErrorCode.DateFormat,
            text.Length < 10 && format is "YYYY-MM-DD" ? "Invalid Date Format - length must be 10 or more" : $"Invalid date format or value [{format}]");
        return false;
    }

    /// <param name="text">Without blanks around it, not empty.</param>
    /// <param name="withZone">TIMESTAMPTZ.</param>
    /// <param name="microseconds">Since 1970-01-01 00:00:00.</param>
    /// <param name="error">Set where the result is false.</param>
    public bool TryTimestamp(ReadOnlySpan<byte> text, bool withZone, out long microseconds, out ConversionError error)
    {
        error = default;
        if (EpochUnit > 0
            ? TryEpoch(text, out microseconds)
            : TryRead(withZone ? _timestampTz : _timestamp, text, partial: false, out var fields) & fields.TryGetTimestamp(withZone, out microseconds))
        {
            return true;
        }

        error = new ConversionError(LoadErrorCode.TimestampFormat, $"Invalid timestamp format or value [{_timeFormat}]");
        return false;
    }

    /// <summary>HH:MI or HH:MI:SS with up to six digits of a fraction.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out long microseconds, out ConversionError error)
    {
        error = default;
        microseconds = 0;
        var cursor = new TextCursor(text);
        CalendarFields fields = default;
        if (cursor.TryTakeNumber(2, out fields.Hour)
            && cursor.Take(':')
            && cursor.TryTakeNumber(2, out fields.Minute)
            && (!cursor.Take(':') || (cursor.TryTakeNumber(2, out fields.Second) && cursor.TryTakeFraction(out fields.Microsecond)))
            && cursor.AtEnd
            && fields.TryGetTimeOfDay(out microseconds))
        {
            return true;
        }

        error = new ConversionError(LoadErrorCode.TimestampFormat, "Invalid time format or value [HH24:MI:SS]");
        return false;
    }

    static bool TryRead(DateTimeFormat? format, ReadOnlySpan<byte> text, bool partial, out CalendarFields fields) =>
        format is null ? AutomaticDateTime.TryRead(text, out fields) : format.TryRead(text, partial, out fields);

    bool TryEpoch(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (IntegerConversion.TryParse(text, SqlTypeKind.BigInt, out var whole, out _))
        {
            microseconds = unchecked(whole * EpochUnit);
            return whole <= CalendarTime.MaxMicroseconds / EpochUnit && whole >= CalendarTime.MinMicroseconds / EpochUnit;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || value > CalendarTime.MaxMicroseconds / EpochUnit
            || value < CalendarTime.MinMicroseconds / EpochUnit)
        {
            return false;
        }

        microseconds = (long)(value * EpochUnit);
        return true;
    }
}
