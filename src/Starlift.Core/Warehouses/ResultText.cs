using System.Collections;
using System.Globalization;

namespace Starlift.Warehouses;

/// <summary>Writes a value of a <see cref="QueryResult"/> the same way on every machine: invariant numbers, ISO 8601 dates and times.</summary>
public static class ResultText
{
    /// <summary>The value as text; "" for null.</summary>
    public static string Of(object? value) => value switch
    {
        null or DBNull => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(Of))}]",
        _ => value.ToString() ?? "",
    };

    /// <summary>True for what JSON writes without quotes and tables align to the right.</summary>
    public static bool IsNumber(object? value) => value switch
    {
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or WideDecimal or Int128 or UInt128 or System.Numerics.BigInteger => true,
        _ => false,
    };
}
