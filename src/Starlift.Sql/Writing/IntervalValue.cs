using System.Globalization;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <summary>An interval that is written, as a value (Amazon Redshift: "Interval data types and literals", "Examples of interval literals without qualifier syntax").</summary>
public readonly record struct IntervalValue(int Months, int Days, long Microseconds)
{
    const long Second = 1_000_000;
    const long Day = 86_400 * Second;

    /// <summary>Reads what stands between the quotes; null where it is no interval.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifier">What stands behind it; null without one.</param>
    public static IntervalValue? Read(string text, IntervalQualifier? qualifier)
    {
        var (months, days, microseconds) = (0m, 0m, 0m);
        var unit = qualifier?.Last ?? qualifier?.First ?? "second";
        var words = text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var end = word.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
            if (end == 0)
            {
                return null;
            }

            var (value, name) = (word[..end], word[end..].Trim('.'));
            if (value.Contains(':', StringComparison.Ordinal))
            {
                if (Clock(value, qualifier) is not { } clock)
                {
                    return null;
                }

                microseconds += clock;
            }
            else if (value.LastIndexOf('-') is > 0 and var dash)
            {
                if (!Number(value[..dash], out var years) || !Number(value[(dash + 1)..], out var rest))
                {
                    return null;
                }

                months += (years * 12) + (value[0] == '-' ? -rest : rest);
            }
            else
            {
                if (name.Length == 0 && i + 1 < words.Length && char.IsAsciiLetter(words[i + 1][0]))
                {
                    name = words[++i];
                }
                else if (name.Length == 0 && i + 1 < words.Length && words[i + 1].Contains(':', StringComparison.Ordinal))
                {
                    name = "day";
                }

                if (!Number(value, out var count) || DateParts.Find(name.Length == 0 ? unit : name) is not { } part || !Add(part, count, ref months, ref days, ref microseconds))
                {
                    return null;
                }
            }
        }

        return words.Length == 0 ? null : Made(months, days, microseconds, qualifier);
    }

    // parts of a month are days of 30, parts of a day its time
    static IntervalValue? Made(decimal months, decimal days, decimal microseconds, IntervalQualifier? qualifier)
    {
        days += (months - decimal.Truncate(months)) * 30;
        microseconds += (days - decimal.Truncate(days)) * Day;
        if (Math.Abs(months) > int.MaxValue || Math.Abs(days) > int.MaxValue || Math.Abs(microseconds) > long.MaxValue)
        {
            return null;
        }

        var made = new IntervalValue((int)months, (int)days, (long)microseconds);
        return qualifier is null ? made : made.Cut(qualifier);
    }

    // units smaller than the last one of the qualifier go
    IntervalValue Cut(IntervalQualifier qualifier) => (qualifier.Last ?? qualifier.First) switch
    {
        "year" => new(Months - (Months % 12), 0, 0),
        "month" => new(Months, 0, 0),
        "day" => new(0, Days + (int)(Microseconds / Day), 0),
        "hour" => this with { Months = 0, Microseconds = Microseconds - (Microseconds % (3600 * Second)) },
        "minute" => this with { Months = 0, Microseconds = Microseconds - (Microseconds % (60 * Second)) },
        _ => this with { Months = 0, Microseconds = Rounded(Microseconds, qualifier.Precision ?? 6) },
    };

    static long Rounded(long microseconds, int digits)
    {
        var unit = (long)Math.Pow(10, 6 - Math.Clamp(digits, 0, 6));
        return (long)(Math.Round((decimal)microseconds / unit, MidpointRounding.AwayFromZero) * unit);
    }

    // hours, minutes and seconds; of two the qualifier tells which
    static decimal? Clock(string text, IntervalQualifier? qualifier)
    {
        var isNegative = text[0] == '-';
        var parts = text.TrimStart('+', '-').Split(':');
        var first = parts.Length == 2 && qualifier is { First: "minute", Last: "second" } or { First: "second" } ? 1 : 0;
        if (parts.Length > 3)
        {
            return null;
        }

        var sum = 0m;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!decimal.TryParse(parts[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            sum += value * (i + first) switch { 0 => 3600, 1 => 60, _ => 1 } * Second;
        }

        return isNegative ? -sum : sum;
    }

    static bool Number(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && Math.Abs(value) < 1_000_000_000_000;

    static bool Add(DatePart part, decimal count, ref decimal months, ref decimal days, ref decimal microseconds)
    {
        switch (part)
        {
            case DatePart.Millennium:
                months += count * 12_000;
                break;
            case DatePart.Century:
                months += count * 1_200;
                break;
            case DatePart.Decade:
                months += count * 120;
                break;
            case DatePart.Year:
                months += count * 12;
                break;
            case DatePart.Quarter:
                months += count * 3;
                break;
            case DatePart.Month:
                months += count;
                break;
            case DatePart.Week:
                days += count * 7;
                break;
            case DatePart.Day:
                days += count;
                break;
            case DatePart.Hour:
                microseconds += count * 3600 * Second;
                break;
            case DatePart.Minute:
                microseconds += count * 60 * Second;
                break;
            case DatePart.Second:
                microseconds += count * Second;
                break;
            case DatePart.Millisecond:
                microseconds += count * 1_000;
                break;
            case DatePart.Microsecond:
                microseconds += count;
                break;
            default:
                return false;
        }

        return true;
    }
}
