using System.Globalization;

namespace Starlift.Fuzz;

/// <param name="Duration">How long to go on.</param>
/// <param name="Seed">Of the first input; the next inputs have the next numbers.</param>
/// <param name="Replay">One input only, whose files stay.</param>
/// <param name="IsWorker">This process tries the inputs; else it watches one that does.</param>
sealed record FuzzOptions(TimeSpan Duration, int Seed, bool Replay, bool IsWorker)
{
    const string Usage = """
        usage: ./build fuzz [--minutes N] [--seed S] | --replay S
          --minutes  how long to try inputs; 2 where it is not given
          --seed     of the first input; another each time where it is not given
          --replay   tries one input again, and keeps its files
        """;

    /// <summary>Null, with the usage on stderr, where the command line is wrong.</summary>
    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions(TimeSpan.FromMinutes(2), Random.Shared.Next(1_000_000_000), Replay: false, IsWorker: false);
        for (var i = 0; i < arguments.Count; i++)
        {
            var number = i + 1 < arguments.Count && double.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
            switch (arguments[i])
            {
                case "--worker":
                    options = options with { IsWorker = true };
                    continue;
                case "--minutes" when number > 0:
                    options = options with { Duration = TimeSpan.FromMinutes(number) };
                    break;
                case "--seed" when number >= 0:
                    options = options with { Seed = (int)number };
                    break;
                case "--replay" when number >= 0:
                    options = options with { Seed = (int)number, Replay = true };
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return null;
            }

            i++;
        }

        return options;
    }

    public IEnumerable<string> Arguments(int seed, TimeSpan left) =>
        Replay
            ? ["--worker", "--replay", seed.ToString(CultureInfo.InvariantCulture)]
            : ["--worker", "--seed", seed.ToString(CultureInfo.InvariantCulture), "--minutes", left.TotalMinutes.ToString(CultureInfo.InvariantCulture)];
}
