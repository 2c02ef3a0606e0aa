using System.Globalization;

namespace Starlift.RedshiftStandIn;

/// <summary>Values as Redshift writes them, and the numbers of their types.</summary>
static class StandInText
{
    public static int TypeOf(object? value) => value switch
    {
        bool => 16,
        short or sbyte or byte => 21,
        int or ushort => 23,
        long or uint => 20,
        decimal or Warehouses.WideDecimal or System.Numerics.BigInteger or ulong => 1700,
        float => 700,
        double => 701,
        DateOnly => 1082,
        TimeOnly => 1083,
        DateTime => 1114,
        DateTimeOffset => 1184,
        byte[] => 6551,
        _ => 1043,
    };

    public static string Of(object value) => value switch
    {
        bool truth => truth ? "t" : "f",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "+00",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
