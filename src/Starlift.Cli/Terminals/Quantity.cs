using System.Globalization;

namespace Starlift.Cli.Terminals;

/// <summary>Writes counts, sizes and durations for people, the same way on every machine.</summary>
static class Quantity
{
    static readonly string[] ByteUnits = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>1,234.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1,234 rows, or 1 row.</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>12.3 MB: powers of 1000, as disks and networks are measured.</summary>
    public static string Bytes(long bytes)
    {
        var unit = 0;
        double value = bytes;
        // 999.95 would be rounded to 1000.0
        while (Math.Abs(value) >= (unit == 0 ? 1000 : 999.95) && unit < ByteUnits.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {ByteUnits[unit]}");
    }

    /// <summary>12.3 MB/s; "–" before any time has passed.</summary>
    public static string BytesPerSecond(long bytes, TimeSpan elapsed) =>
        elapsed > TimeSpan.Zero ? $"{Bytes((long)(bytes / elapsed.TotalSeconds))}/s" : "–";

    /// <summary>1,234 rows/s; "–" before any time has passed.</summary>
    public static string CountPerSecond(long count, TimeSpan elapsed, string many) =>
        elapsed > TimeSpan.Zero ? $"{Count((long)(count / elapsed.TotalSeconds))} {many}/s" : "–";

    /// <summary>350 ms, 1.2 s, 2 min 5 s, 1 h 3 min.</summary>
    public static string Duration(TimeSpan duration)
    {
        var milliseconds = Math.Round(duration.TotalMilliseconds);
        var seconds = Math.Round(duration.TotalSeconds);
        var minutes = Math.Round(duration.TotalMinutes);
        return milliseconds < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms")
            : duration.TotalSeconds < 59.95 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
            : seconds < 3600 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {seconds % 60:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(minutes / 60):0} h {minutes % 60:0} min");
    }
}
