using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>TO_DATE and TO_TIMESTAMP (Amazon Redshift: "TO_DATE function", "TO_TIMESTAMP function"). What is missing is January, the 1st or midnight.</summary>
public static class DateFormatReader
{
    /// <param name="text">What is read; what stands behind the format's end is ignored.</param>
    /// <param name="format">How.</param>
    /// <param name="strict">A day, a month or a time out of range is refused; else it carries over.</param>
    /// <returns>Microseconds since 1970-01-01 00:00:00.</returns>
    /// <exception cref="ValueException">The text does not fit.</exception>
    public static long Read(ReadOnlySpan<char> text, DateFormat format, bool strict)
    {
        var fields = new ReadFields();
        var at = 0;
        var patterns = format.Patterns;
        for (var i = 0; i < patterns.Length && at < text.Length; i++)
        {
            Read(patterns[i], i + 1 < patterns.Length && patterns[i + 1].IsNumber, text, ref at, ref fields);
        }

        return fields.Microseconds(strict);
    }

    static void Read(in DatePattern pattern, bool numberFollows, ReadOnlySpan<char> text, ref int at, ref ReadFields fields)
    {
        switch (pattern.Field)
        {
            case DateField.Text:
                Skip(pattern.Written, text, ref at);
                return;
            case DateField.MonthName or DateField.MonthShort:
                fields.Month = Month(text, ref at) ?? throw Bad(pattern, text);
                return;
            case DateField.MonthRoman:
                fields.Month = Numbers.RomanNumerals.Read(Letters(text, ref at)) is > 0 and <= 12 and var month ? month : throw Bad(pattern, text);
                return;
            case DateField.DayName or DateField.DayShort:
                _ = Weekdays.Find(Letters(text, ref at)) ?? throw Bad(pattern, text);
                return;
            case DateField.HalfDay or DateField.HalfDayDots:
                fields.Afternoon = Either(text, ref at, 'a', 'p', 'm', pattern.Field == DateField.HalfDayDots) ?? throw Bad(pattern, text);
                return;
            case DateField.Era or DateField.EraDots:
                fields.BeforeChrist = Era(text, ref at, pattern.Field == DateField.EraDots) ?? throw Bad(pattern, text);
                return;
            case DateField.Zone or DateField.Offset:
                throw new ValueException(SqlStates.FeatureNotSupported, $"\"{pattern.Written.ToUpperInvariant()}\" is not supported");
            case DateField.YearComma:
                var thousands = Number(pattern, 9, text, ref at, out _);
                fields.Year = Taken(text, ref at, ',') ? checked((thousands * 1_000) + Number(pattern, 3, text, ref at, out _)) : throw Bad(pattern, text);
                return;
        }

        // a year, and what has no number behind it, may have more digits than its pattern
        var isFraction = pattern.Field is DateField.Millisecond or DateField.Microsecond;
        var most = pattern.Digits > 0 && (numberFollows || pattern.Fills || pattern.Field != DateField.Year || isFraction) ? pattern.Digits : 9;
        var number = Number(pattern, most, text, ref at, out var digits);
        if (pattern.Ordinal is not null)
        {
            at = Math.Min(text.Length, at + 2);
        }

        fields.Set(pattern, number, digits);
    }

    // a separator takes one that is there; another character of the format takes whichever character is there
    static void Skip(string written, ReadOnlySpan<char> text, ref int at)
    {
        foreach (var c in written)
        {
            if (at == text.Length || (!char.IsLetterOrDigit(c) && char.IsLetterOrDigit(text[at])))
            {
                continue;
            }

            at++;
        }
    }

    static int Number(in DatePattern pattern, int most, ReadOnlySpan<char> text, ref int at, out int digits)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        var number = 0;
        for (digits = 0; digits < most && at < text.Length && char.IsAsciiDigit(text[at]); digits++, at++)
        {
            number = checked((number * 10) + (text[at] - '0'));
        }

        return digits > 0 ? number : throw Bad(pattern, text);
    }

    static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    static int? Month(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        var letters = Letters(text, ref at);
        Span<byte> ascii = stackalloc byte[9];
        for (var length = Math.Min(9, letters.Length); length >= 3; length--)
        {
            System.Text.Encoding.ASCII.GetBytes(letters[..length], ascii);
            if (MonthNames.Find(ascii[..length]) is { } month)
            {
                at -= letters.Length - length;
                return month;
            }
        }

        at = start;
        return null;
    }

    static bool? Era(ReadOnlySpan<char> text, ref int at, bool dots) => Word(text, ref at, dots ? "b.c." : "bc") ? true : Word(text, ref at, dots ? "a.d." : "ad") ? false : null;

    static bool? Either(ReadOnlySpan<char> text, ref int at, char no, char yes, char second, bool dots)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return Word(text, ref at, dots ? $"{yes}.{second}." : $"{yes}{second}") ? true : Word(text, ref at, dots ? $"{no}.{second}." : $"{no}{second}") ? false : null;
    }

    static bool Word(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    static bool Taken(ReadOnlySpan<char> text, ref int at, char c)
    {
        if (at == text.Length || text[at] != c)
        {
            return false;
        }

        at++;
        return true;
    }

    static ValueException Bad(in DatePattern pattern, ReadOnlySpan<char> text) =>
        new(SqlStates.InvalidDatetimeFormat, $"invalid value for {pattern.Written.ToUpperInvariant()} in source string: \"{text}\"");
}
