using System.Globalization;

namespace Starlift.Bench;

/// <summary>What was asked for.</summary>
sealed record BenchOptions
{
    /// <summary>Events of all days together.</summary>
    public int Events { get; init; } = 1_000_000;

    public int Songs { get; init; } = 14_896;

    /// <summary>Rounds of each workload.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>Names of workloads; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>As typed.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>As many days as give 33,000 events each, whatever the number of events.</summary>
    public int Days => Math.Max(2, Events / 33_333);

    /// <summary>Peers that would take many minutes are left out.</summary>
    public bool IsLarge => Events > 2_000_000;

    /// <exception cref="BenchException">An argument is unknown.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions { CommandLine = string.Join(' ', ["./build bench", .. arguments]) };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new BenchException($"{arguments[i]} needs a value");
            options = arguments[i] switch
            {
                "--events" => options with { Events = Number(value) },
                "--runs" => options with { Runs = Number(value) },
                "--only" => options with { Only = value.Split(',') },
                var unknown => throw new BenchException($"unknown argument {unknown}; there are --events, --runs and --only"),
            };
        }

        return options;
    }

    /// <summary>Whether the workload was asked for by its name, or by the beginning of its name: s3 means s3-load too.</summary>
    public bool Wants(string workload) =>
        Only.Count == 0 || Only.Any(name => name == workload || workload.StartsWith($"{name}-", StringComparison.Ordinal));

    static int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new BenchException($"{text} is not a number above 0");
}
