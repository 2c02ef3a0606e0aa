using System.Globalization;

namespace Starlift.DuckDb;

/// <summary>Amounts of memory as DuckDB shows them: 1.8 GiB, 512.0 MiB, 953 bytes.</summary>
static class DuckDbMemory
{
    static readonly string[] Units = ["KiB", "MiB", "GiB", "TiB", "PiB"];

    public static long BytesOf(string shown)
    {
        var parts = shown.Split(' ');
        var number = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return (long)(number * Math.Pow(1024, Array.IndexOf(Units, parts[1]) + 1));
    }
}
