using System.Globalization;
using Starlift.Aws.Stacks;
using Starlift.Errors;

namespace Starlift.Cli.Cloud;

/// <summary>Takes a stack down and proves that nothing of it is left.</summary>
sealed class StackDown(CloudContext context)
{
    /// <summary>A workgroup that sleeps takes a while to wake up.</summary>
    static readonly TimeSpan ReceiptPatience = TimeSpan.FromMinutes(1);

    readonly List<StackEvent> _events = [];
    string? _refusal;

    /// <summary>Asks first, where there is anything to delete.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancel)
    {
        var stack = await context.Stack.DescribeAsync(cancel);
        var leftovers = stack is null ? await context.Stack.Leftovers.FindAsync(cancel) : [];
        if (stack is null && leftovers.Count == 0)
        {
            context.Lines.Say($"there is no stack {context.Stack.Name} in {context.Stack.Region}, and nothing of one is left");
            return ExitCode.Done;
        }

        var what = stack is null ? $"what is left of {context.Stack.Name}: {string.Join(", ", leftovers)}" : $"{stack.Name} in {context.Stack.Region} with all its data";
        if (!await context.Terminal.ConfirmAsync($"down deletes {what}", context.Yes, cancel))
        {
            context.Lines.Say("nothing was deleted");
            return ExitCode.Done;
        }

        return await FinishAsync(stack, cancel);
    }

    /// <summary>Without asking.</summary>
    /// <param name="stackId">Its ARN.</param>
    /// <param name="cancel">Ends waiting; AWS goes on.</param>
    public async Task<ExitCode> DeleteAsync(string stackId, CancellationToken cancel)
    {
        var stack = await context.Stack.DescribeAsync(cancel);
        return await FinishAsync(stack?.Id == stackId ? stack : null, cancel);
    }

    async Task<ExitCode> FinishAsync(StackDescription? stack, CancellationToken cancel)
    {
        var receipt = stack is null ? null : await ReceiptAsync(stack, cancel);
        if (stack is not null)
        {
            await DeleteStackAsync(stack, cancel);
        }

        foreach (var removed in await context.Stack.Leftovers.RemoveAsync(cancel))
        {
            context.Lines.Say($"removed the {removed}");
        }

        var remaining = await context.Stack.Leftovers.ProveGoneAsync(cancel);
        if (remaining.Count > 0)
        {
            throw Remains([.. remaining.Select(resource => new Problem($"{resource} is still there"))]);
        }

        var cost = stack is null ? null : StackCost.Of(stack, context.Options.Price, context.Stack.Region);
        var lived = stack is null ? TimeSpan.Zero : context.Now - stack.Created;
        context.Lines.Say($"{context.Stack.Name} is gone; nothing that bears its tag is left{CostOf(receipt, cost, lived)}");
        return ExitCode.Done;
    }

    static string CostOf(StackReceipt? receipt, StackCost? cost, TimeSpan lived) => (receipt, cost) switch
    {
        ({ } counted, { } priced) => string.Create(CultureInfo.InvariantCulture, $"; AWS counted {counted.RpuHours:0.00} RPU hours, {Money.Of(counted.RpuHours * priced.UnitPrice)}, in {StackLines.Span(lived)}"),
        ({ } counted, null) => string.Create(CultureInfo.InvariantCulture, $"; AWS counted {counted.RpuHours:0.00} RPU hours in {StackLines.Span(lived)}"),
        (null, { } priced) => $"; it cost at most {Money.Of(priced.For(lived))} in {StackLines.Span(lived)}",
        _ => "",
    };

    /// <summary>What AWS itself has counted, while there is a warehouse to ask; null where there is none or it does not tell.</summary>
    async Task<StackReceipt?> ReceiptAsync(StackDescription stack, CancellationToken cancel)
    {
        if (!stack.IsUsable || StackOutputs.Of(stack, context.Stack.Region) is not { IsServerless: true } outputs)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(ReceiptPatience);
        try
        {
            return await context.Stack.ReceiptAsync(outputs, patience.Token);
        }
        catch (Exception e) when (e is StarliftException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            context.Lines.Say($"AWS's own count of the cost can't be read: {(e is StarliftException ? e.Message : "no answer in a minute")}");
            return null;
        }
    }

    async Task DeleteStackAsync(StackDescription stack, CancellationToken cancel)
    {
        var end = await TryAsync(stack, cancel);
        if (!end.IsDeleted && (stack.Status == "DELETE_FAILED" || Causes().Any(MeansNoRight)))
        {
            context.Lines.Say($"AWS can't delete {stack.Name} with the role that it remembers; what costs money is deleted with yours");
            foreach (var deleted in await context.Stack.Remains.DeleteAsync(stack.Parameters.GetValueOrDefault("Kind") != "provisioned", cancel))
            {
                context.Lines.Say($"deleted the {deleted}");
            }

            _events.Clear();
            end = await TryAsync(end, cancel);
        }

        if (!end.IsDeleted)
        {
            var causes = Causes().Select(told => new Problem($"{told.LogicalId} ({told.Type}) could not be deleted: {told.Reason?.TrimEnd('.') ?? told.Status}"));
            throw Remains([.. causes, new Problem($"{stack.Name} is {end.Status}{(_refusal is null ? "" : $": {_refusal}")}")]);
        }
    }

    /// <summary>Asks CloudFormation to delete the stack, and waits for the end.</summary>
    async Task<StackDescription> TryAsync(StackDescription stack, CancellationToken cancel)
    {
        try
        {
            return await context.Stack.DeleteAsync(stack, Told, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            context.Lines.Say($"interrupted; AWS goes on deleting {stack.Name}; starlift down again waits for it");
            throw;
        }
        catch (StarliftException e) when (stack.IsBusy && e.ExitCode == ExitCode.Access && e.Message.Contains("ValidationError", StringComparison.Ordinal))
        {
            throw new StarliftException(
                ExitCode.Locked, new Problem($"{stack.Name} is being changed by somebody else: {stack.Status}", Hint: "wait until that is done; starlift status tells"), e);
        }
        catch (StarliftException e) when (stack.Status == "DELETE_FAILED" && e.Message.Contains("cannot be assumed", StringComparison.Ordinal))
        {
            // The role that CloudFormation remembers is gone.
            _refusal = e.Message;
            return stack;
        }
    }

    IReadOnlyList<StackEvent> Causes() => [.. _events.Where(told => told is { IsFailure: true, IsOfStack: false, IsConsequence: false })];

    static bool MeansNoRight(StackEvent told) => told.Reason is { } reason
        && (reason.Contains("not authorized", StringComparison.OrdinalIgnoreCase) || reason.Contains("AccessDenied", StringComparison.OrdinalIgnoreCase));

    static StarliftException Remains(IReadOnlyList<Problem> problems) => new(
        ExitCode.BillableRemains,
        [.. problems, new Problem("something that may cost money remains", Hint: "mend the cause and starlift down again, or delete it in the AWS console")]);

    void Told(StackEvent told)
    {
        _events.Add(told);
        context.Lines.Event(told);
    }
}
