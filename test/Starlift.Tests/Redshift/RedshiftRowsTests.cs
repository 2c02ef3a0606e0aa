using System.Globalization;
using System.Numerics;
using Starlift.Redshift;
using Starlift.Warehouses;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftRowsTests
{
    public static TheoryData<int, string, object> Texts => new()
    {
        { 16, "t", true },
        { 16, "f", false },
        { 21, "-7", (short)-7 },
        { 23, "7", 7 },
        { 20, "9223372036854775807", long.MaxValue },
        { 1700, "-12.50", -12.50m },
        { 1700, "12345678901234567890123456789012345678", new WideDecimal(BigInteger.Parse("12345678901234567890123456789012345678", CultureInfo.InvariantCulture), 0) },
        { 701, "1e+300", 1e300 },
        { 701, "NaN", double.NaN },
        { 1082, "2018-11-01", new DateOnly(2018, 11, 1) },
        { 1082, "12018-11-01", "12018-11-01" },
        { 1114, "2018-11-01 01:02:03.456", new DateTime(2018, 11, 1, 1, 2, 3, 456) },
        { 1184, "2018-11-01 01:02:03+00", new DateTimeOffset(2018, 11, 1, 1, 2, 3, TimeSpan.Zero) },
        { 1184, "2018-11-01 01:02:03.5-05:30", new DateTimeOffset(2018, 11, 1, 1, 2, 3, 500, TimeSpan.FromMinutes(-330)) },
        { 1042, "ab   ", "ab" },
        { 1043, "ab   ", "ab   " },
        { 4000, """{"a":1}""", """{"a":1}""" },
        { 6551, "00ff", new byte[] { 0, 255 } },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_becomes_a_value_of_its_type(int type, string text, object expected) => Assert.Equal(expected, RedshiftRows.ValueOf((uint)type, text));
}
