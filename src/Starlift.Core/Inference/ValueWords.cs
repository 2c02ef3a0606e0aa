using System.Globalization;

namespace Starlift.Inference;

/// <summary>The evidence for a column, as its comment says it.</summary>
static class ValueWords
{
    /// <summary>A comment of a column is no list of data.</summary>
    const int LongestList = 120;

    /// <param name="path">The values.</param>
    /// <param name="value">What was made of them.</param>
    /// <param name="records">Of how many records.</param>
    public static string Of(PathProfile path, ValueType value, long records)
    {
        var filled = path.Seen - path.Nulls;
        var share = filled == records ? $"in each of {Count(records, "record", "records")}" : $"in {Count(filled)} of {Count(records, "record", "records")}";
        return $"{What(path, value)}; {share}{Odd(path)}.";
    }

    static string What(PathProfile path, ValueType value)
    {
        var (numbers, texts) = (path.Numbers, path.Texts);
        return value.Form switch
        {
            ValueForm.Nothing => "Null wherever it was seen",
            ValueForm.EpochSeconds => $"Seconds since 1970 UTC, from {Moment(numbers.Min)} to {Moment(numbers.Max)}",
            ValueForm.EpochMilliseconds => $"Milliseconds since 1970 UTC, from {Moment(numbers.Min / 1000)} to {Moment(numbers.Max / 1000)}",
            ValueForm.Integer when texts.Filled > 0 => $"Digits in quotes, {Lengths(texts)}",
            ValueForm.Integer or ValueForm.Double => $"Numbers from {Number(numbers.Min)} to {Number(numbers.Max)}",
            ValueForm.Decimal when texts.Filled > 0 => $"Decimals in quotes, up to {Count(texts.MaxScale, "digit", "digits")} behind the point",
            ValueForm.Decimal => $"Numbers from {Number(numbers.Min)} to {Number(numbers.Max)}, up to {Count(numbers.MaxScale, "digit", "digits")} behind the point",
            ValueForm.Boolean => "true or false",
            ValueForm.Date => "Dates",
            ValueForm.Timestamp => texts.HasAny(TextShape.UtcTime) ? "Times in UTC" : "Times without a zone",
            ValueForm.TimestampTz => "Times with an offset, kept in UTC",
            ValueForm.Nested => Nested(path),
            _ => Text(path),
        };
    }

    static string Text(PathProfile path)
    {
        var texts = path.Texts;
        var list = string.Join(", ", texts.Listed);
        return texts.Filled == 0 ? (path.Numbers.Count > 0 ? "Numbers of more digits than a number's column holds" : "Empty wherever it was seen")
            : path.Numbers.Count + path.Booleans > 0 ? $"Texts and {(path.Numbers.Count > 0 ? "numbers" : "booleans")}, {Lengths(texts)}"
            : list.Length is > 0 and <= LongestList ? $"One of: {list}"
            : texts.AreAll(TextShape.FineTime) ? "Times with more digits behind the second than Redshift stores, as text"
            : $"Text, {Lengths(texts)}";
    }

    static string Nested(PathProfile path) => path switch
    {
        { Objects: > 0, Arrays: 0, Scalars: 0 } => $"Objects with {Keys(path)}",
        { Arrays: > 0, Objects: 0, Scalars: 0, Element.Objects: > 0 } => $"Arrays of up to {Count(path.MostElements, "object", "objects")} with {Keys(path.Element!)}",
        { Arrays: > 0, Objects: 0, Scalars: 0 } => $"Arrays of up to {Count(path.MostElements, "value", "values")}",
        { Objects: 0, Arrays: 0, Texts.Filled: 0, Booleans: 0 } => "Numbers of more digits than a double holds, kept as they are written",
        _ => "Values of several kinds",
    };

    static string Keys(PathProfile path)
    {
        var keys = string.Join(", ", path.Members.Take(6).Select(member => member.Key));
        return path.Members.Count == 0 ? "no keys" : $"{(path.Members.Count == 1 ? "the key" : "the keys")} {keys}{(path.Members.Count > 6 ? $" and {path.Members.Count - 6} more" : "")}";
    }

    static string Odd(PathProfile path) =>
        path.LongestText > 65_535 ? $"; texts of up to {Count(path.LongestText)} bytes, and a record with one of more than 65,535 is rejected"
        : path.Texts.Broken > 0 ? $"; {Count(path.Texts.Broken, "text has", "texts have")} half of a surrogate pair, and {(path.Texts.Broken == 1 ? "its record is" : "their records are")} rejected"
        : path.Texts.Empty > 0 ? $"; empty in {Count(path.Texts.Empty)}"
        : "";

    static string Lengths(TextProfile texts) => texts.MinBytes == texts.MaxBytes ? $"{Count(texts.MaxBytes, "byte", "bytes")} each" : $"{Count(texts.MinBytes)} to {Count(texts.MaxBytes)} bytes";

    static string Number(double value) => value.ToString(Math.Abs(value) < 1e15 ? "#,0.######" : "G17", CultureInfo.InvariantCulture);

    static string Moment(double seconds) => DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";
}
