using System.Diagnostics;
using System.Globalization;

namespace Starlift.Fuzz;

/// <summary>Watches a worker, which an input may end in a way that nothing in a process survives: no stack left, no memory, no end.</summary>
static class Supervisor
{
    /// <summary>An input is given up after a tenth of it; the rest is for a machine with other things to do.</summary>
    static readonly TimeSpan Hangs = TimeSpan.FromMinutes(4);

    public static int Run(FuzzOptions options)
    {
        Console.WriteLine($"fuzz: seed {options.Seed}");
        var watch = Stopwatch.StartNew();
        var (seed, failures) = (options.Seed, 0);
        do
        {
            var (code, last) = RunWorker(options, seed, options.Duration - watch.Elapsed);
            if (code == 0)
            {
                break;
            }

            failures++;
            if (code != Worker.Found)
            {
                Console.WriteLine($"fuzz: input {last} ended the process with {(code == Worker.NoEnd ? "no end" : $"exit code {code}")}; try it with: ./build fuzz --replay {last}");
            }

            seed = last + 1;
        }
        while (!options.Replay && watch.Elapsed < options.Duration && failures < 20);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz: {Artifacts.Tried} inputs, {failures} failed"));
        return failures == 0 ? 0 : 1;
    }

    static (int Code, int Last) RunWorker(FuzzOptions options, int seed, TimeSpan left)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, options.Arguments(seed, left)) { WorkingDirectory = Artifacts.Folder };
        Surroundings.Confine(start.Environment);
        using var worker = Process.Start(start)!;
        var (last, since) = (seed, Stopwatch.StartNew());
        while (!worker.WaitForExit(1_000))
        {
            if (Artifacts.Current is { } current && current != last)
            {
                (last, since) = (current, Stopwatch.StartNew());
            }
            else if (since.Elapsed > Hangs)
            {
                worker.Kill(entireProcessTree: true);
                worker.WaitForExit();
                return (Worker.NoEnd, last);
            }
        }

        return (worker.ExitCode, Artifacts.Current ?? seed);
    }
}
