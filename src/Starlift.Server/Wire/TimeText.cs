namespace Starlift.Server.Wire;

/// <summary>Dates and times as the text format has them, written as bytes: the runtime's custom formats take several times as long.</summary>
static class TimeText
{
    /// <summary>The longest text: 2024-02-29 23:59:59.999999.</summary>
    public const int MaxLength = 26;

    /// <summary>yyyy-MM-dd, behind it HH:mm:ss and a fraction without zeros at its end.</summary>
    /// <param name="time">What is written; ticks below a microsecond are left out.</param>
    /// <param name="text">At least <see cref="MaxLength"/> long.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(DateTime time, Span<byte> text)
    {
        time.Deconstruct(out var date, out var clock);
        Write(date, text);
        text[10] = (byte)' ';
        Two(clock.Hour, text[11..]);
        text[13] = (byte)':';
        Two(clock.Minute, text[14..]);
        text[16] = (byte)':';
        Two(clock.Second, text[17..]);
        return 19 + Fraction((int)(clock.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond), text[19..]);
    }

    /// <summary>yyyy-MM-dd.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(DateOnly date, Span<byte> text)
    {
        var (year, month, day) = date;
        Two(year / 100, text);
        Two(year % 100, text[2..]);
        text[4] = (byte)'-';
        Two(month, text[5..]);
        text[7] = (byte)'-';
        Two(day, text[8..]);
        return 10;
    }

    static int Fraction(int microseconds, Span<byte> text)
    {
        if (microseconds == 0)
        {
            return 0;
        }

        text[0] = (byte)'.';
        var length = 7;
        for (var (rest, i) = (microseconds, 6); i > 0; i--, rest /= 10)
        {
            text[i] = (byte)('0' + rest % 10);
        }

        while (text[length - 1] == '0')
        {
            length--;
        }

        return length;
    }

    static void Two(int number, Span<byte> text)
    {
        text[0] = (byte)('0' + number / 10);
        text[1] = (byte)('0' + number % 10);
    }
}
