using System.Globalization;
using Npgsql;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>
/// Reads rows that came as text. Redshift has types that PostgreSQL has not, and the driver's binary reading stumbles over them; text is
/// the same for all.
/// </summary>
static class RedshiftRows
{
    public static async Task<QueryResult> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var types = Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeOID).ToArray();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object?[types.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : ValueOf(types[i], reader.GetString(i));
            }

            rows.Add(row);
        }

        return new QueryResult([.. Enumerable.Range(0, types.Length).Select(reader.GetName)], rows);
    }

    /// <summary>The value of a type's text; the text itself where .NET has no such value: a year 12000, 38 digits.</summary>
    /// <param name="type">The type's number in pg_type.</param>
    /// <param name="text">As Redshift writes it, with DateStyle ISO.</param>
    public static object ValueOf(uint type, string text) => type switch
    {
        RedshiftTypes.Boolean => text is "t" or "true",
        RedshiftTypes.SmallInt => short.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.BigInt => long.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.ObjectId => long.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && SameDigits(number, text) ? number : text,
        RedshiftTypes.Real => float.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Double => double.Parse(text, CultureInfo.InvariantCulture),
        RedshiftTypes.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : text,
        RedshiftTypes.Time => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : text,
        RedshiftTypes.Timestamp => DateTime.TryParseExact(
            text, "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : text,
        RedshiftTypes.TimestampTz => DateTimeOffset.TryParseExact(
            WithMinutes(text), "yyyy-MM-dd HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : text,
        RedshiftTypes.Varbyte => Convert.FromHexString(text),
        RedshiftTypes.Char => text.TrimEnd(' '),
        _ => text,
    };

    // A decimal rounds what has more than its 28 digits.
    static bool SameDigits(decimal number, string text) =>
        number.ToString(CultureInfo.InvariantCulture) == text || text.Count(char.IsAsciiDigit) <= 28;

    // +00 is written without minutes.
    static string WithMinutes(string text) => text.Length > 3 && text[^3] is '+' or '-' ? $"{text}:00" : text;
}
