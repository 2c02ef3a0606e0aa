using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>
/// Values from their text, which the server has for each of its types, extensions' too. Of the binary form the driver understands some,
/// and throws at a year 12018, at infinity, at an interval with months and at a NUMERIC of more than 28 digits.
/// </summary>
static class PostgresValues
{
    /// <param name="type">The type's number in pg_type, which never changes for a type that the server comes with.</param>
    /// <param name="text">As the server writes it, with DateStyle ISO.</param>
    public static object Of(uint type, string text) => type switch
    {
        16 => text == "t",
        17 => Convert.FromHexString(text.AsSpan(2)),
        20 => long.Parse(text, CultureInfo.InvariantCulture),
        21 => short.Parse(text, CultureInfo.InvariantCulture),
        23 => int.Parse(text, CultureInfo.InvariantCulture),
        26 or 28 => uint.Parse(text, CultureInfo.InvariantCulture),
        700 => float.Parse(text, CultureInfo.InvariantCulture),
        701 => double.Parse(text, CultureInfo.InvariantCulture),
        1082 => WireText.Date(text),
        1083 => WireText.Time(text),
        1114 => WireText.Timestamp(text),
        1184 => WireText.TimestampTz(text),
        1700 => WideDecimal.Of(text),
        _ => text,
    };
}
