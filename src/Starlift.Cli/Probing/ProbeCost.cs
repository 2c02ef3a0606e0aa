using Starlift.Aws.Stacks;
using Starlift.Cli.Cloud;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Probing;

/// <summary>What a probe may cost at most, as far as the price of its warehouse is known.</summary>
/// <param name="PerHour">USD; null where nothing tells.</param>
sealed record ProbeCost(decimal? PerHour)
{
    /// <summary>Where nobody asks for more.</summary>
    public const decimal Most = 1;

    /// <summary>By the project's section cloud, for a target with a stack; by nothing for another.</summary>
    public static ProbeCost Of(Project project, TargetSettings target, string? region) =>
        target.Values.TryGetValue("stack", out var stack) && StackOptions.Of(project, stack) is var options && (region ?? options.Region) is { } where
            ? new ProbeCost(StackCost.Of(options, where)?.PerHour)
            : new ProbeCost((decimal?)null);

    /// <exception cref="ConfigurationException">It may cost more.</exception>
    public void Check(TimeSpan limit, decimal most)
    {
        if (PerHour is { } price && price * (decimal)limit.TotalHours > most)
        {
            throw new ConfigurationException(
                $"the warehouse may cost {Money.Of(price * (decimal)limit.TotalHours)} in {Quantity.Duration(limit)}, more than {Money.Of(most)}",
                hint: "give a shorter --time-limit, or a higher --max-cost");
        }
    }

    /// <summary>One sentence without its full stop.</summary>
    public string Told(TimeSpan limit) => PerHour is { } price
        ? $"it costs at most {Money.Of(price * (decimal)limit.TotalHours)}: that is the warehouse until the time limit of {Quantity.Duration(limit)}; S3 costs less than a cent"
        : $"it costs what the warehouse costs for that time, {Quantity.Duration(limit)} at most, and less than a cent for S3: a serverless one of 4 RPUs about 2 cents a minute, of 128 RPUs about 80";
}
