using System.Globalization;
using System.Runtime.InteropServices;

namespace Starlift.Bench;

/// <param name="Cpu">The processor's model.</param>
/// <param name="Cores">Logical ones that the process may use.</param>
/// <param name="MemoryGigabytes">Installed, 10^9 bytes.</param>
/// <param name="System">The operating system.</param>
sealed record Machine(string Cpu, int Cores, int MemoryGigabytes, string System)
{
    /// <summary>For the name of a result folder.</summary>
    public string Slug => string.Join('-', $"{Cpu} {Cores} cores".ToLowerInvariant()
        .Split([.. " ()@.,/"], StringSplitOptions.RemoveEmptyEntries));

    public static Machine OfThis() => new(
        First("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        (int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9),
        $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture.ToString().ToLower(CultureInfo.InvariantCulture)}");

    static string? First(string file, string key) =>
        File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
}
