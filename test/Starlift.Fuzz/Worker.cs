using System.Diagnostics;
using System.Globalization;

namespace Starlift.Fuzz;

/// <summary>Tries one input after the other, and stops at the first that fails.</summary>
static class Worker
{
    /// <summary>An input failed, and was told.</summary>
    public const int Found = 1;

    public const int NoEnd = -1;

    const long MostMemory = 3L << 30;

    /// <summary>Of the processor, which a busy machine does not change.</summary>
    static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(FuzzOptions options)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        for (var seed = options.Seed; ; seed++)
        {
            Artifacts.Current = seed;
            Artifacts.Tried++;
            var folder = Artifacts.FolderOf(seed);
            var before = process.TotalProcessorTime;
            var failure = await TryAsync(seed, folder);
            process.Refresh();
            failure ??= process.TotalProcessorTime - before > MostTime ? $"took {(process.TotalProcessorTime - before).TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s of the processor"
                : process.WorkingSet64 > MostMemory ? $"left {process.WorkingSet64 >> 20} MB in memory"
                : null;
            if (failure is not null)
            {
                Console.WriteLine($"fuzz: input {seed} failed: {failure}\n  its files are in {folder}; try it with: ./build fuzz --replay {seed}");
                return Found;
            }

            if (options.Replay)
            {
                Console.WriteLine($"fuzz: input {seed} passed; its files are in {folder}");
                return 0;
            }

            Directory.Delete(folder, recursive: true);
            if (watch.Elapsed >= options.Duration)
            {
                return 0;
            }
        }
    }

    static async Task<string?> TryAsync(int seed, string folder)
    {
        var random = new Random(seed);
        var target = Targets.All[random.Next(Targets.All.Count)];
        try
        {
            return await target(new FuzzInput(random, folder));
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }
}
