using System.Globalization;

namespace Starlift.Torture;

/// <summary>What was asked for on the command line.</summary>
sealed record TortureOptions
{
    public const string Usage = "usage: torture [--moments N] [--target duckdb|postgres] [--seed S] [--moment K]";

    /// <summary>On each target.</summary>
    public int Moments { get; init; } = 100;

    /// <summary>The only moment; null for all.</summary>
    public int? Moment { get; init; }

    public required int Seed { get; init; }

    public IReadOnlyList<Target> Targets { get; init; } = [Target.DuckDb, Target.Postgres];

    /// <summary>Of Starlift.</summary>
    public required string Binary { get; init; }

    /// <returns>Null where the command line is wrong.</returns>
    public static TortureOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new TortureOptions { Seed = Random.Shared.Next(1_000_000), Binary = FindBinary() };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
            var changed = arguments[i] switch
            {
                "--moments" when number > 0 => options with { Moments = number },
                "--moment" when number > 0 => options with { Moment = number },
                "--seed" when number >= 0 => options with { Seed = number },
                "--target" when value is "duckdb" => options with { Targets = [Target.DuckDb] },
                "--target" when value is "postgres" => options with { Targets = [Target.Postgres] },
                _ => null,
            };
            if (changed is null)
            {
                return null;
            }

            options = changed;
        }

        return options;
    }

    // STARLIFT_BINARY, such as artifacts/native/starlift, or else what ./starlift has built.
    static string FindBinary() => Path.GetFullPath(
        Environment.GetEnvironmentVariable("STARLIFT_BINARY") is { Length: > 0 } chosen ? chosen : Path.Combine(SourceTree.Root, "artifacts", "run", "starlift"));
}
