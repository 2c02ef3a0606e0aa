namespace Starlift.DuckDb;

/// <summary>Formats of TO_CHAR for numbers (Amazon Redshift: "Numeric format strings"): 9 0 . , D G FM $ L and texts around.</summary>
static class DuckDbNumberFormat
{
    /// <summary>True where the format is one for numbers: it has digits, and HH24 is no digit.</summary>
    public static bool Reads(string format) => format.ToUpperInvariant().Replace("HH24", "", StringComparison.Ordinal)
        .Replace("HH12", "", StringComparison.Ordinal).AsSpan().IndexOfAny('9', '0') >= 0;

    /// <summary>An expression of the text that TO_CHAR makes of <paramref name="value"/>.</summary>
    public static string Write(Func<string, string, Exception> error, string value, string format)
    {
        var fill = !format.StartsWith("FM", StringComparison.OrdinalIgnoreCase);
        var body = (fill ? format : format[2..]).ToUpperInvariant();
        var currency = body.StartsWith('$') || body.StartsWith('L') ? "$" : "";
        body = body[currency.Length..];
        var point = body.IndexOfAny(['.', 'D']);
        var whole = point < 0 ? body : body[..point];
        if (body.Any(c => c is not ('9' or '0' or '.' or 'D' or ',' or 'G')) || body.Count(c => c is '.' or 'D') > 1 || FillsGroups(whole))
        {
            throw error($"DuckDB can't write the number format '{format}'",
                "write a format of 9, 0, '.', ',' and FM; zeros don't go with ','");
        }

        var fraction = point < 0 ? "" : body[(point + 1)..];
        var text = Digits(value, whole, fraction);
        if (!whole.Contains('0', StringComparison.Ordinal) && fraction.Length > 0)
        {
            text = $"regexp_replace({text}, '^0\\.', '.')";
        }

        if (!fill && fraction.Length > 0 && !fraction.Contains('0', StringComparison.Ordinal))
        {
            text = $"regexp_replace({text}, '(\\.[0-9]*?)0+$', '\\1')";
        }

        text = $"CASE WHEN {value} < 0 THEN '-' ELSE '' END || '{currency}' || {text}";
        // a number that is too long shows as #, as on paper
        var digits = whole.Count(c => c is '9' or '0');
        var overflow = $"WHEN abs({value}) >= 1e{digits} THEN repeat('#', {body.Length})";
        return $"CASE {overflow} ELSE {(fill ? $"lpad({text}, {body.Length + currency.Length + 1}, ' ')" : text)} END";
    }

    static bool IsGrouped(string whole) => whole.AsSpan().IndexOfAny(',', 'G') >= 0;

    static bool FillsGroups(string whole) =>
        IsGrouped(whole) && whole.IndexOf('0', StringComparison.Ordinal) is >= 0 and var zero && zero < whole.Length - 1;

    static string Digits(string value, string whole, string fraction)
    {
        var grouped = IsGrouped(whole);
        var firstZero = whole.IndexOf('0', StringComparison.Ordinal);
        var width = firstZero < 0 || grouped ? 0 : whole.Length - firstZero + (fraction.Length > 0 ? fraction.Length + 1 : 0);
        var specifier = $"{{:{(width > 0 ? $"0{width}" : "")}{(grouped ? "," : "")}.{fraction.Length}f}}";
        return $"format('{specifier}', CAST(round(abs({value}), {fraction.Length}) AS DOUBLE))";
    }
}
