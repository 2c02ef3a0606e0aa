using System.Collections.Frozen;
using System.Text;

namespace Starlift.DuckDb;

/// <summary>Formats of TO_CHAR, TO_DATE and TO_TIMESTAMP (Amazon Redshift: "Datetime format strings").</summary>
static class DuckDbDateFormat
{
    /// <summary>Patterns that are DuckDB's as they stand, with their width; those that write only have none.</summary>
    static readonly FrozenDictionary<string, (string Specifier, int Width)> Specifiers = new Dictionary<string, (string, int)>
    {
        ["YYYY"] = ("%Y", 4),
        ["YY"] = ("%y", 2),
        ["IYYY"] = ("%G", 0),
        ["MM"] = ("%m", 2),
        ["DDD"] = ("%j", 3),
        ["DD"] = ("%d", 2),
        ["HH24"] = ("%H", 2),
        ["HH12"] = ("%I", 2),
        ["HH"] = ("%I", 2),
        ["MI"] = ("%M", 2),
        ["SS"] = ("%S", 2),
        ["MS"] = ("%g", 3),
        ["US"] = ("%f", 6),
        ["AM"] = ("%p", 2),
        ["PM"] = ("%p", 2),
        ["MON"] = ("%b", 3),
        ["DY"] = ("%a", 3),
        ["IW"] = ("%V", 0),
        ["MONTH"] = ("%B", -1),
        ["DAY"] = ("%A", -1),
        ["IDDD"] = ("%j", 0),
    }.ToFrozenDictionary();

    /// <summary>Patterns that DuckDB has to calculate.</summary>
    static readonly FrozenDictionary<string, string> Expressions = new Dictionary<string, string>
    {
        ["YYY"] = "right(strftime({0}, '%Y'), 3)",
        ["Y"] = "right(strftime({0}, '%Y'), 1)",
        ["D"] = "CAST(dayofweek({0}) + 1 AS VARCHAR)",
        ["ID"] = "CAST(isodow({0}) AS VARCHAR)",
        ["WW"] = "lpad(CAST((dayofyear({0}) + 6) // 7 AS VARCHAR), 2, '0')",
        ["W"] = "CAST((day({0}) + 6) // 7 AS VARCHAR)",
        ["Q"] = "CAST(quarter({0}) AS VARCHAR)",
    }.ToFrozenDictionary();

    static readonly string[] Patterns = [.. Specifiers.Keys.Concat(Expressions.Keys).OrderByDescending(pattern => pattern.Length)];

    /// <summary>An expression of the text that TO_CHAR makes of a date or a time.</summary>
    public static string Write(Func<string, string, Exception> error, string date, string format)
    {
        var parts = new List<string>();
        var pending = new StringBuilder();
        foreach (var piece in Pieces(error, format))
        {
            if (piece.Pattern is { } pattern && (Expressions.ContainsKey(pattern) || piece.Changed))
            {
                Flush(parts, pending, date);
                parts.Add(Calculated(piece, pattern, date));
            }
            else
            {
                pending.Append(piece.Pattern is null ? Escape(piece.Text) : Specifier(piece));
            }
        }

        Flush(parts, pending, date);
        return parts.Count switch { 0 => "''", 1 => parts[0], _ => $"({string.Join(" || ", parts)})" };
    }

    /// <summary>An expression of the TIMESTAMP that a text stands for.</summary>
    public static string Read(Func<string, string, Exception> error, string text, string format)
    {
        var specifiers = new StringBuilder();
        var width = 0;
        var isFixed = true;
        foreach (var piece in Pieces(error, format))
        {
            var known = piece.Pattern is null ? (Specifier: Escape(piece.Text), Width: piece.Text.Length)
                : Specifiers.TryGetValue(piece.Pattern, out var found) && found.Width != 0 ? found
                : throw error($"the format can't have {piece.Text} on DuckDB, which can't read it", "write a format of YYYY, MM, DD, HH24, MI, SS and the like");
            specifiers.Append(known.Specifier);
            width += known.Width;
            isFixed &= known.Width > 0;
        }

        // what is left over behind the format is no error in Redshift
        return isFixed
            ? $"strptime(left({text}, {width}), {DuckDbName.Literal(specifiers.ToString())})"
            : $"strptime({text}, {DuckDbName.Literal(specifiers.ToString())})";
    }

    static string Escape(string text) => text.Replace("%", "%%", StringComparison.Ordinal);

    static string Specifier(DateFormatPiece piece)
    {
        var specifier = Specifiers[piece.Pattern!].Specifier;
        return piece.Fill || piece.Pattern is "YYYY" or "IYYY" or "MS" or "US" or "AM" or "PM" or "MON" or "DY" or "IW" or "MONTH" or "DAY"
            ? specifier
            : $"%-{specifier[1]}";
    }

    static string Calculated(DateFormatPiece piece, string pattern, string date)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture,
            Expressions.GetValueOrDefault(pattern) ?? $"strftime({{0}}, '{Specifiers[pattern].Specifier}')", date);
        text = piece.Case switch { LetterCase.Upper => $"upper({text})", LetterCase.Lower => $"lower({text})", _ => text };
        return piece.Fill && pattern is "MONTH" or "DAY" ? $"rpad({text}, 9, ' ')" : text;
    }

    static void Flush(List<string> parts, StringBuilder pending, string date)
    {
        if (pending.Length > 0)
        {
            parts.Add($"strftime({date}, {DuckDbName.Literal(pending.ToString())})");
            pending.Clear();
        }
    }

    static IEnumerable<DateFormatPiece> Pieces(Func<string, string, Exception> error, string format)
    {
        for (var i = 0; i < format.Length;)
        {
            if (format[i] == '"')
            {
                var close = format.IndexOf('"', i + 1);
                close = close < 0 ? format.Length : close;
                yield return new DateFormatPiece(null, format[(i + 1)..close], Fill: true);
                i = close + 1;
                continue;
            }

            var fill = true;
            var start = i;
            if (format.AsSpan(i).StartsWith("FM", StringComparison.OrdinalIgnoreCase))
            {
                (fill, start) = (false, i + 2);
            }

            var pattern = Patterns.FirstOrDefault(p => format.AsSpan(start).StartsWith(p, StringComparison.OrdinalIgnoreCase));
            if (pattern is not null)
            {
                yield return new DateFormatPiece(pattern, format.Substring(start, pattern.Length), fill);
                i = start + pattern.Length;
            }
            else if (char.IsAsciiLetter(format[i]) && format[i] is not ('T' or 'Z'))
            {
                throw error($"the format '{format}' holds '{format[i..]}', which DuckDB can't write",
                    "put texts into double quotes, or write the part with EXTRACT");
            }
            else
            {
                yield return new DateFormatPiece(null, format[i].ToString(), Fill: true);
                i++;
            }
        }
    }
}
