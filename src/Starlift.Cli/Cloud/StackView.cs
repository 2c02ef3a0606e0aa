using Starlift.Aws.Stacks;

namespace Starlift.Cli.Cloud;

/// <summary>A stack as status and up show it.</summary>
sealed record StackView
{
    /// <summary>CloudFormation's name.</summary>
    public required string Name { get; init; }

    public required string Region { get; init; }

    /// <summary>Null where there is none.</summary>
    public StackDescription? Stack { get; init; }

    /// <summary>Null where it can't be used.</summary>
    public StackOutputs? Outputs { get; init; }

    /// <summary>Of a provisioned cluster: available, paused …; else null.</summary>
    public string? ClusterStatus { get; init; }

    /// <summary>Null where the price is not known.</summary>
    public StackCost? Cost { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What a stack that is gone left behind.</summary>
    public IReadOnlyList<string> Leftovers { get; init; } = [];

    public TimeSpan? Left => Stack?.Expires - Now;

    /// <summary>USD at most since it was created.</summary>
    public decimal? CostSoFar => Stack is null ? null : Cost?.For(Now - Stack.Created);

    public static async Task<StackView> OfAsync(CloudContext context, StackDescription? stack, CancellationToken cancel)
    {
        var view = new StackView { Name = context.Stack.Name, Region = context.Stack.Region, Now = context.Now };
        if (stack is null)
        {
            return view with { Leftovers = await context.Stack.Leftovers.FindAsync(cancel) };
        }

        var outputs = StackOutputs.Of(stack, context.Stack.Region);
        return view with
        {
            Stack = stack,
            Outputs = outputs,
            ClusterStatus = outputs is { IsServerless: false } ? await context.Stack.Power.StatusAsync(outputs.Warehouse, cancel) : null,
            Cost = StackCost.Of(stack, context.Options.Price, context.Stack.Region),
        };
    }
}
