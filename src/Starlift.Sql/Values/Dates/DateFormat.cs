using System.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>
/// The format of TO_CHAR, TO_DATE and TO_TIMESTAMP (Amazon Redshift: "Datetime format strings"; PostgreSQL manual: "Data Type Formatting
/// Functions" for FM, TH and texts in double quotes). Immutable.
/// </summary>
public sealed class DateFormat
{
    // of patterns that begin alike the longest stands first
    static readonly (string Word, DateField Field, int Digits)[] Known =
    [
        ("A.D.", DateField.EraDots, 0), ("A.M.", DateField.HalfDayDots, 0), ("AD", DateField.Era, 0), ("AM", DateField.HalfDay, 0),
        ("B.C.", DateField.EraDots, 0), ("BC", DateField.Era, 0), ("CC", DateField.Century, 2), ("DAY", DateField.DayName, 9),
        ("DDD", DateField.DayOfYear, 3), ("DD", DateField.Day, 2), ("DY", DateField.DayShort, 0), ("D", DateField.DayOfWeek, 1),
        ("HH24", DateField.Hour24, 2), ("HH12", DateField.Hour12, 2), ("HH", DateField.Hour12, 2), ("IDDD", DateField.IsoDayOfYear, 3),
        ("ID", DateField.IsoDayOfWeek, 1), ("IW", DateField.IsoWeek, 2), ("IYYY", DateField.IsoYear, 4), ("IYY", DateField.IsoYear, 3),
        ("IY", DateField.IsoYear, 2), ("I", DateField.IsoYear, 1), ("J", DateField.JulianDay, 0), ("MI", DateField.Minute, 2),
        ("MONTH", DateField.MonthName, 9), ("MON", DateField.MonthShort, 0), ("MM", DateField.Month, 2), ("MS", DateField.Millisecond, 3),
        ("OF", DateField.Offset, 0), ("P.M.", DateField.HalfDayDots, 0), ("PM", DateField.HalfDay, 0), ("Q", DateField.Quarter, 1),
        ("RM", DateField.MonthRoman, 4), ("SSSS", DateField.SecondOfDay, 0), ("SS", DateField.Second, 2), ("TZ", DateField.Zone, 0),
        ("US", DateField.Microsecond, 6), ("WW", DateField.WeekOfYear, 2), ("W", DateField.WeekOfMonth, 1), ("Y,YYY", DateField.YearComma, 0),
        ("YYYY", DateField.Year, 4), ("YYY", DateField.YearDigits, 3), ("YY", DateField.YearDigits, 2), ("Y", DateField.YearDigits, 1),
    ];

    readonly DatePattern[] _patterns;

    DateFormat(DatePattern[] patterns) => _patterns = patterns;

    internal ReadOnlySpan<DatePattern> Patterns => _patterns;

    /// <summary>Reads a format; every text is one, for what is no pattern stands for itself.</summary>
    public static DateFormat Parse(string text)
    {
        var patterns = new List<DatePattern>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '"')
            {
                at = Quoted(text, at + 1, literal);
                continue;
            }

            var fills = Is(text, at, "FM");
            var start = fills || Is(text, at, "FX") ? at + 2 : at;
            if (Find(text, start) is not { Word: not null } known)
            {
                if (start > at)
                {
                    at = start;
                    continue;
                }

                literal.Append(text[at++]);
                continue;
            }

            Flush(literal, patterns);
            at = start + known.Word.Length;
            var pattern = new DatePattern(known.Field, text[start..at], known.Digits) { Fills = fills };
            if (pattern.IsNumber && Is(text, at, "TH"))
            {
                pattern = pattern with { Ordinal = char.IsAsciiLetterLower(text[at]) ? "th" : "TH" };
                at += 2;
            }

            patterns.Add(pattern);
        }

        Flush(literal, patterns);
        return new DateFormat([.. patterns]);
    }

    static (string Word, DateField Field, int Digits) Find(string text, int at) => Array.Find(Known, known => Is(text, at, known.Word));

    static bool Is(string text, int at, string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    static int Quoted(string text, int at, StringBuilder literal)
    {
        for (; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            literal.Append(text[at]);
        }

        return at + 1;
    }

    static void Flush(StringBuilder literal, List<DatePattern> patterns)
    {
        if (literal.Length > 0)
        {
            patterns.Add(new DatePattern(DateField.Text, literal.ToString(), 0));
            literal.Clear();
        }
    }
}
