namespace Starlift.Aws.Stacks;

/// <summary>What a stack costs an hour: for serverless at most, and only while queries run.</summary>
/// <param name="Units">RPUs or nodes.</param>
/// <param name="UnitPrice">USD an hour of one.</param>
/// <param name="Source">Where the price is from.</param>
public sealed record StackCost(int Units, decimal UnitPrice, string Source)
{
    public decimal PerHour => Units * UnitPrice;

    /// <summary>Null where the price is not known.</summary>
    /// <param name="options">What it looks like.</param>
    /// <param name="region">Where it is.</param>
    public static StackCost? Of(StackOptions options, string region) => Of(
        options.IsServerless, options.IsServerless ? options.MaxCapacity : options.Nodes, options.NodeType, options.Price, region);

    /// <summary>Null where the price is not known.</summary>
    /// <param name="stack">One that exists.</param>
    /// <param name="price">What the project states; null for the table's.</param>
    /// <param name="region">Where it is.</param>
    public static StackCost? Of(StackDescription stack, decimal? price, string region)
    {
        var isServerless = stack.Parameters.GetValueOrDefault("Kind") != "provisioned";
        return int.TryParse(stack.Parameters.GetValueOrDefault(isServerless ? "MaxCapacity" : "Nodes"), out var units)
            ? Of(isServerless, units, stack.Parameters.GetValueOrDefault("NodeType", ""), price, region)
            : null;
    }

    /// <summary>USD for a time.</summary>
    public decimal For(TimeSpan time) => PerHour * (decimal)Math.Max(0, time.TotalHours);

    static StackCost? Of(bool isServerless, int units, string nodeType, decimal? stated, string region) => stated is { } price
        ? new StackCost(units, price, "cloud.price")
        : StackPrices.Of(region, isServerless ? "rpu" : nodeType) is { } listed ? new StackCost(units, listed, $"{region}, {StackPrices.Date}") : null;
}
