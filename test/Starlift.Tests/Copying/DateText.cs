using System.Globalization;

namespace Starlift.Tests.Copying;

/// <summary>Days and microseconds as SQL shows them; plain numbers beyond what .NET's calendar knows.</summary>
static class DateText
{
    const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static string OfDays(int days) =>
        days is >= -719_162 and <= 2_932_896
            ? DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"day {days}");

    public static string OfTime(long microseconds) =>
        new TimeOnly(microseconds * TicksPerMicrosecond).ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    public static string OfTimestamp(long microseconds) =>
        microseconds is >= -62_135_596_800_000_000 and < 253_402_300_800_000_000
            ? DateTime.UnixEpoch.AddTicks(microseconds * TicksPerMicrosecond).ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"microsecond {microseconds}");
}
