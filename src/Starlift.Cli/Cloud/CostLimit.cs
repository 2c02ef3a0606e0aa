using Starlift.Aws.Stacks;
using Starlift.Errors;

namespace Starlift.Cli.Cloud;

/// <summary>--max-cost: refused before anything is asked of AWS, and kept by AWS itself.</summary>
static class CostLimit
{
    /// <param name="stack">Whose.</param>
    /// <param name="region">Where it is.</param>
    /// <param name="cost">Null where the price is not known.</param>
    /// <param name="most">USD; null for no limit.</param>
    /// <param name="time">Until the stack deletes itself.</param>
    /// <exception cref="ConfigurationException">It may cost more, or nobody knows what it costs.</exception>
    public static void Check(string stack, string region, StackCost? cost, decimal? most, TimeSpan time)
    {
        if (most is not { } limit)
        {
            return;
        }

        if (cost is null)
        {
            throw new ConfigurationException(
                $"--max-cost can't be kept: the price in {region} is not known", hint: "state it: price under cloud in starlift.yaml");
        }

        if (cost.For(time) > limit)
        {
            throw new ConfigurationException(
                $"{stack} may cost {Money.Of(cost.For(time))} in {StackLines.Span(time)}, more than --max-cost {Money.Of(limit)}",
                hint: "give it a shorter --ttl, less capacity, or a higher --max-cost");
        }
    }

    /// <summary>Whole RPU hours that the amount buys; AWS takes no less than one.</summary>
    public static long RpuHours(StackCost cost, decimal most) => (long)Math.Floor(most / cost.UnitPrice);
}
