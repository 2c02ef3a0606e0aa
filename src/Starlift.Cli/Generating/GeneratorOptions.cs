using Starlift.Errors;

namespace Starlift.Cli.Generating;

/// <summary>What <see cref="SparkifyGenerator"/> makes. Equal options give the same bytes on every platform.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Song files, 1 to 5,000,000; 1,000 by default. Each costs 8 bytes of memory while generating.</summary>
    public int Songs { get; init; } = 1_000;

    /// <summary>Days that the events are spread over, 1 to 3,650; 30 by default.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Events of all days together, 1 to 10,000,000,000; 8,000 by default. There is a user for every 80 of them.</summary>
    public long Events { get; init; } = 8_000;

    /// <summary>Any number; another seed gives other data of the same kind. 1 by default.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The day of the first log file, UTC.</summary>
    public DateOnly FirstDay { get; init; } = new(2025, 11, 1);

    /// <summary>Everything that is out of range; empty where the options can be used.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        var problems = new List<Problem>();
        Require("--songs", Songs, 5_000_000);
        Require("--days", Days, 3_650);
        Require("--events", Events, 10_000_000_000);
        if (problems.Count == 0 && FirstDay.DayNumber + Days > DateOnly.MaxValue.DayNumber)
        {
            problems.Add(new Problem($"{Days} days from {FirstDay:O} pass the end of the calendar"));
        }

        return problems;

        void Require(string name, long value, long most)
        {
            if (value < 1 || value > most)
            {
                problems.Add(new Problem(FormattableString.Invariant($"{name} is {value}; it can be 1 to {most}")));
            }
        }
    }
}
