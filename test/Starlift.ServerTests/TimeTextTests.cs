using System.Globalization;
using System.Text;
using Starlift.Server.Wire;

namespace Starlift.ServerTests;

/// <summary>The runtime's own formats are the oracle.</summary>
public sealed class TimeTextTests
{
    public static TheoryData<long> Moments() =>
    [
        0, 1, 9, 10, 99_999_990, DateTime.MaxValue.Ticks, DateTime.UnixEpoch.Ticks, new DateTime(2024, 2, 29, 23, 59, 59).Ticks,
        new DateTime(999, 12, 31, 0, 0, 0, 100, 20).Ticks, new DateTime(2024, 1, 1, 0, 0, 0, 0, 1).Ticks, new DateTime(2024, 1, 1, 9, 8, 7, 120).Ticks,
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public void A_time_is_written_as_the_runtime_writes_it(long ticks) => AssertWritten(new DateTime(ticks));

    [Fact]
    public void Any_time_is_written_as_the_runtime_writes_it()
    {
        var random = new Random(5439);
        for (var i = 0; i < 10_000; i++)
        {
            AssertWritten(new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)));
        }
    }

    static void AssertWritten(DateTime time)
    {
        Span<byte> text = stackalloc byte[TimeText.MaxLength];
        Assert.Equal(time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture), Encoding.ASCII.GetString(text[..TimeText.Write(time, text)]));
        var date = DateOnly.FromDateTime(time);
        Assert.Equal(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Encoding.ASCII.GetString(text[..TimeText.Write(date, text)]));
    }
}
